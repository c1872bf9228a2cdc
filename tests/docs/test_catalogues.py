"""Catalogues: what they may do to a page, and what they may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import job_in, pages_in, replaced, run
from reading import committed_pages

from specwright.i18n import Voice
from specwright.i18n.catalogue import Catalogue, Entry
from specwright.i18n.voice import Locale
from specwright.problems import Refused

BOOK = "Books a meeting through the meeting link that `slug` names, at a time when its host is free."
FRENCH_FRAME = """
msgid "Body"
msgstr "Corps"

msgid "{n} value"
msgid_plural "{n} values"
msgstr[0] "{n} valeur"
msgstr[1] "{n} valeurs"
"""
FRENCH_TEXTS = """
msgctxt "/paths/~1scheduler~1{version}~1meetings~1meeting-links~1book/post/summary"
msgid "Book a meeting"
msgstr "Réserver une réunion"
"""
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return job_in(tmp_path)


@pytest.fixture
def french(project: Path) -> Path:
    """The project with a fifth language: two catalogues, three entries, and one word of configuration."""
    replaced(project / "specwright.toml", '"pt-BR"]', '"pt-BR", "fr"]')
    folder = project / "specs" / "locales" / "fr"
    folder.mkdir()
    (folder / "frame.po").write_text(HEADER + FRENCH_FRAME, encoding="utf-8")
    (folder / "hubspot-meetings.po").write_text(HEADER + FRENCH_TEXTS, encoding="utf-8")
    return project


def test_a_fifth_language_takes_catalogues_and_one_word(french: Path) -> None:
    pages = pages_in(french)
    page = pages["fr/v2026_09/scheduler/meetings/meeting-links/book.md"]
    assert page.startswith("# Réserver une réunion\n\nLanguage (English): [English](")
    assert "\n## Corps\n" in page
    assert "\n## Required scopes (English)\n" in page
    assert "The booking to make. *(English)*" in page
    assert page.split("\n")[4].startswith("> Parts of this page are not translated yet.")
    other = pages["fr/v2026_09/scheduler/meetings/calendar/create.md"]
    assert "[113 valeurs](#" in other
    assert other.startswith("# Create a calendar meeting event *(English)*\n")


def test_a_fifth_language_changes_the_others_in_their_switch_alone(french: Path) -> None:
    pages, before = pages_in(french), committed_pages()
    for path, text in before.items():
        if path.endswith(".md"):
            kept = [line for place, line in enumerate(pages[path].split("\n")) if place != 2]
            assert kept == [line for place, line in enumerate(text.split("\n")) if place != 2]
            assert "[français](" in pages[path].split("\n")[2]


def test_the_state_of_a_fifth_language_is_counted(french: Path) -> None:
    done = run(french, "i18n", "status")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    told = {line[1]: line[2:] for line in lines if line[0] == "fr"}
    assert told["hubspot-meetings"][0] == "1 translated"
    assert told["frame"][0] == "2 translated"
    assert all(int(each[1].split()[0]) > 50 and each[2] == "0 fuzzy" for each in told.values())
    assert done.exit_code == 1


def test_a_check_fails_on_what_is_not_translated_when_it_is_told_to(
    french: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(french)
    assert run(french, "generate", "--target", "docs").exit_code == 0
    assert run(french, "check", "--target", "docs").exit_code == 0
    assert run(french, "check", "--target", "docs", "--fail-on", "untranslated").exit_code == 1


def test_a_translation_changes_the_pages_that_show_it_and_no_other(project: Path) -> None:
    path = project / "specs" / "locales" / "ja" / "hubspot-meetings.po"
    replaced(path, 'msgstr "予約者の姓。"', 'msgstr "予約する人の姓。"')
    pages, before = pages_in(project), committed_pages()
    changed = {path for path in pages if pages[path] != before[path]}
    versions = ("v3", "v2026_03", "v2026_09")
    assert changed == {f"ja/{each}/scheduler/meetings/meeting-links/book.md" for each in versions}


def test_an_unsure_translation_is_shown_in_english_and_marked(project: Path) -> None:
    path = project / "specs" / "locales" / "de" / "hubspot-meetings.po"
    text = path.read_text(encoding="utf-8")
    place = text.index("~1book/post/requestBody/description")
    start = text.rindex("\n\n", 0, place) + 2
    path.write_text(f"{text[:start]}#, fuzzy\n{text[start:]}", encoding="utf-8")
    page = pages_in(project)["de/v3/scheduler/meetings/meeting-links/book.md"]
    assert "The booking to make. *(Englisch)*" in page
    assert page.split("\n")[4].startswith("> ")
    assert "de\thubspot-meetings\t313 translated\t0 missing\t1 fuzzy" in run(project, "i18n", "status").stdout


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("`slug`", "„slug“", "code span `slug` is missing"),
        ("`slug`", "`slag`", "code span `slag` is not in the text"),
        ("`slug`", "`slug` (https://example.com)", "link https://example.com is not in the text"),
        ("`slug`", "`slug` {n}", "placeholder {n} is not in the text"),
    ],
)
def test_a_translation_that_changes_more_than_words_is_refused_with_its_line(
    project: Path, old: str, new: str, message: str
) -> None:
    path = project / "specs" / "locales" / "de" / "hubspot-meetings.po"
    text = path.read_text(encoding="utf-8")
    entry = text.index("meeting-links~1book/post/description")
    place = text.index(old, text.index("msgstr", entry))
    path.write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8")
    line = text[: text.index("msgid", entry)].count("\n") + 1
    done = run(project, "generate")
    assert done.exit_code == 1
    told = [each for each in done.stderr.splitlines() if message in each]
    assert len(told) == 1
    shown, number, *_ = told[0].split(":")
    assert shown == "specs/locales/de/hubspot-meetings.po"
    assert abs(int(number) - line) <= 1
    assert "translation-changes-structure" in told[0]
    assert not (project / "output").exists()


def test_a_catalogue_that_cannot_be_read_is_refused_with_its_line(project: Path) -> None:
    path = project / "specs" / "locales" / "ja" / "hubspot-meetings.po"
    lines = path.read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if number > 20 and line.startswith("msgid"))
    lines[place] = "msgidd nonsense"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        pages_in(project)
    (problem,) = caught.value.problems
    assert problem.code == "malformed-catalogue"
    assert problem.position is not None
    assert abs(problem.position.line - place - 1) <= 1


@pytest.mark.parametrize(
    ("tag", "forms", "expected"),
    [
        ("ja", ("{n}件",), {0: "0件", 1: "1件", 2: "2件"}),
        ("de", ("{n} Wert", "{n} Werte"), {0: "0 Werte", 1: "1 Wert", 2: "2 Werte"}),
        ("pt-BR", ("{n} valor", "{n} valores"), {0: "0 valor", 1: "1 valor", 2: "2 valores"}),
        ("ru", ("{n} раз", "{n} раза", "{n} разов"), {1: "1 раз", 3: "3 раза", 5: "5 разов", 21: "21 раз"}),
        ("en", (), {0: "0 values", 1: "1 value", 2: "2 values"}),
    ],
)
def test_a_number_takes_its_language_s_plural_form(tag: str, forms: tuple[str, ...], expected: dict[int, str]) -> None:
    entries = {("", "{n} value"): Entry(forms, fuzzy=False, line=1, plural="{n} values")} if forms else {}
    catalogue = Catalogue(tag, "frame.po", entries)
    voice = Voice(Locale(tag, (catalogue,), Catalogue(tag, "texts.po", {}), is_source=tag == "en"))
    assert {number: voice.count("{n} value", "{n} values", number) for number in expected} == expected


def test_an_update_of_catalogues_in_step_changes_nothing(project: Path) -> None:
    def catalogues() -> dict[str, bytes]:
        return {path.as_posix(): path.read_bytes() for path in sorted((project / "specs" / "locales").rglob("*.po"))}

    assert run(project, "i18n", "update").exit_code == 0
    once = catalogues()
    assert run(project, "i18n", "update").stderr == ""
    assert catalogues() == once


def test_an_update_asks_for_new_texts_and_doubts_changed_ones(project: Path) -> None:
    for version in ("v3", "2026-03", "2026-09"):
        path = project / "specs" / version / f"scheduler-meetings-v{version.removeprefix('v')}.json"
        path.write_text(path.read_text(encoding="utf-8").replace(BOOK, f"{BOOK} Soon."), encoding="utf-8")
    assert run(project, "i18n", "update").exit_code == 0
    done = run(project, "i18n", "status")
    assert "de\thubspot-meetings\t313 translated\t0 missing\t1 fuzzy" in done.stdout
    assert done.exit_code == 1
    text = (project / "specs" / "locales" / "de" / "hubspot-meetings.po").read_text(encoding="utf-8")
    assert "#, fuzzy" in text


def test_an_extract_lists_each_text_with_its_place_and_the_frame_s(project: Path) -> None:
    done = run(project, "i18n", "extract")
    assert done.exit_code == 0
    place = "/paths/~1scheduler~1{version}~1meetings~1meeting-links~1book/post/summary"
    assert f"hubspot-meetings\t{place}\tBook a meeting" in done.stdout.splitlines()
    assert "frame\t\tRequired scopes" in done.stdout.splitlines()

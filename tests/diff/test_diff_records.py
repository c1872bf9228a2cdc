"""`specwright diff --record`: what a release changed, in a file that people edit, and the CHANGELOG.md made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from diff_projects import CONFIG, commit, diff, document, git, write

from specwright.cli import main
from specwright.history import parse

RECORD = "specwright.changes.toml"
COLOR = {"type": "string"}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that keeps a changelog, committed, with a property more since then."""
    (tmp_path / "specwright.toml").write_text(f'{CONFIG}changelog = "{RECORD}"\n')
    write(tmp_path / "specs" / "shop.json", document())
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    commit()
    write(tmp_path / "specs" / "shop.json", document(color=COLOR))
    return tmp_path


def record(*arguments: str) -> str:
    return diff(*arguments)[2]


def usage(*arguments: str) -> str:
    code, out, err = diff(*arguments)
    assert (code, out) == (2, "")
    return err.rpartition("Error: ")[2]


def ids(path: Path) -> dict[str, list[str]]:
    return {each.version: [note.id for note in each.notes] for each in parse(path.read_text(), RECORD)}


def test_what_a_release_changed_is_recorded_once(repository: Path) -> None:
    assert record("--record", "1.3.0") == f"{RECORD}: 1 change recorded for shop 1.3.0.\n"
    before = (repository / RECORD).read_text()
    assert ids(repository / RECORD) == {"1.3.0": ["property-added Item/color"]}
    assert record("HEAD", "--record", "shop@1.3.0") == f"{RECORD}: nothing new for shop 1.3.0.\n"
    assert (repository / RECORD).read_text() == before


def test_what_people_wrote_stays(repository: Path) -> None:
    record("--record", "1.3.0")
    path = repository / RECORD
    edited = path.read_text().replace('version = "1.3.0"\n', 'version = "1.3.0"\ndate = "2026-11-20" # a Friday\n')
    edited = edited.replace("`Item.color` is new.", "Items have a colour.")
    path.write_text(edited)
    write(repository / "specs" / "shop.json", document(color=COLOR, size=COLOR))
    assert record("--record", "1.3.0") == f"{RECORD}: 1 change recorded for shop 1.3.0.\n"
    assert path.read_text().startswith(edited.rstrip("\n"))
    assert ids(path) == {"1.3.0": ["property-added Item/color", "property-added Item/size"]}


def test_lines_go_on_to_end_as_they_do(repository: Path) -> None:
    path = repository / RECORD
    path.write_bytes(b'[[release]]\r\npackage = "shop"\r\nversion = "1.2.0"\r\n')
    record("--record", "1.3.0")
    assert list(ids(path)) == ["1.3.0", "1.2.0"]
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") > 3


def test_a_newer_release_stands_before_the_others(repository: Path) -> None:
    record("--record", "1.3.0")
    first = (repository / RECORD).read_text()
    record("--record", "1.4.0")
    record("--record", "unreleased")
    write(repository / "specs" / "shop.json", document(color=COLOR, size=COLOR))
    record("--record", "1.4.0")
    assert ids(repository / RECORD) == {
        "unreleased": ["property-added Item/color"],
        "1.4.0": ["property-added Item/color", "property-added Item/size"],
        "1.3.0": ["property-added Item/color"],
    }
    assert (repository / RECORD).read_text().endswith(first[first.index("[[release]]") :])


def test_a_release_that_only_words_changed_in_is_recorded_without_changes(repository: Path) -> None:
    api = document()
    api["paths"]["/items"]["get"]["summary"] = "Every item"
    write(repository / "specs" / "shop.json", api)
    assert record("--record", "1.2.1") == f"{RECORD}: 0 changes recorded for shop 1.2.1.\n"
    assert ids(repository / RECORD) == {"1.2.1": []}
    commit()
    assert record("--record", "1.2.2") == "shop 1.2.2: nothing changed, and nothing is recorded.\n"


def test_a_package_that_keeps_no_changelog_is_told_how_to(repository: Path) -> None:
    (repository / "specwright.toml").write_text(CONFIG)
    assert record("--record", "1.3.0").splitlines()[-1] == (
        f'Set `changelog = "{RECORD}"` for shop, and `specwright generate` writes CHANGELOG.md.'
    )


def test_what_cannot_be_recorded_is_told_before_anything_is_compared(repository: Path) -> None:
    other = "only what changed in the project in the working tree can be recorded; NEW is another side.\n"
    assert usage("HEAD", "HEAD", "--record", "1.3.0") == other
    assert usage("specs", "specs", "--record", "1.3.0") == other
    assert usage("specs/shop.json", "--record", "1.3.0") == other
    assert usage("--record", "next").startswith('"next" is not the version of a release')
    assert usage("--record", "pets@1.3.0") == '"pets@1.3.0" has to name one package: shop@1.3.0.\n'
    (repository / "specwright.toml").write_text(CONFIG + CONFIG.replace('"shop"', '"pets"'))
    assert usage("--record", "1.3.0") == '"1.3.0" has to name one package: shop@1.3.0, pets@1.3.0.\n'
    assert not (repository / RECORD).exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[release]\n", "1:1: changes-malformed: "),
        ("[[release]]\n", '1:1: changes-wrong: "package" is missing'),
        ('\n[[release]]\npackage = "shop"\nversion = "next"\n', '2:1: changes-wrong: "version" must be the version'),
        ('[[release]]\npackage = "shop"\nversion = "1.0"\nday = "x"\n', '1:1: changes-wrong: "day" is no part of a re'),
        ('[[release]]\npackage = "shop"\nversion = "1.0"\n' * 2, "4:1: changes-wrong: shop 1.0 is recorded twice."),
        (
            '[[release]]\npackage = "shop"\nversion = "1.0"\n[[release.change]]\nsection = "New"\neffect = "x"\n',
            '4:1: changes-wrong: "section" must be one of Removed, Changed, Deprecated, Added.',
        ),
        (
            '[[release]]\npackage = "shop"\nversion = "1.0"\n[[release.change]]\nsection = "Added"\n',
            '4:1: changes-wrong: "effect" or "sentence" is missing: what changed.',
        ),
        ("[[releases]]\n", '1:1: changes-wrong: "releases" is no part of a record of releases.'),
    ],
)
def test_what_is_wrong_with_a_record_is_told_with_its_line(repository: Path, text: str, message: str) -> None:
    (repository / RECORD).write_text(text)
    result = CliRunner().invoke(main, ["generate"], catch_exceptions=False)
    assert (result.exit_code, result.stderr.startswith(f"{RECORD}:{message}")) == (1, True), result.stderr
    assert diff("--record", "1.3.0")[0] == 1
    assert (repository / RECORD).read_text() == text


def test_the_changelog_follows_its_record(repository: Path) -> None:
    def run(command: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(main, [command], catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    changelog = repository / "output" / "python" / "shop" / "CHANGELOG.md"
    assert run("generate")[0] == 0
    assert not changelog.exists()
    record("--record", "1.3.0")
    code, out, _ = run("check")
    assert code == 1
    assert f"output/python/shop/CHANGELOG.md: missing: changes {RECORD} added\n" in out
    assert run("generate")[0] == 0
    assert "## 1.3.0\n\n### Added\n\n- The property `Item.color` is new.\n" in changelog.read_text()
    assert run("generate")[2] == "output is up to date.\n"
    (repository / RECORD).unlink()
    assert run("generate")[0] == 0
    assert not changelog.exists()

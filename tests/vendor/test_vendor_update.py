"""`specwright vendor update`: what is looked at, what is refused, and that nothing is ever half done."""

from __future__ import annotations

import shutil
import ssl
from pathlib import Path

import pytest
from tls_server import Certificates, answer, serving
from vendored import DOCUMENT, PET, digest, entry, run, write

from specwright.problems import Refused
from specwright.vendor.storing import store
from trees import tree_of

DAY = ("--retrieved", "2026-02-01")
NEW_PET = "type: object\nproperties: {name: {type: string}, age: {type: integer}}\n"
CONFIG = '[[sdk]]\nname = "shop"\nspecs = ["specs/{version}/*.yaml"]\n'


def source(version: str, pet: str = PET, **texts: str) -> str:
    """A source of the shop's document, with its file."""
    told = entry(f"{version}/shop.yaml", document(version), version=version, **texts)
    return f'{told}\n[source.parts]\n"{version}/schemas/pet.yaml" = "{digest(pet)}"\n\n'


def document(version: str) -> str:
    return DOCUMENT.replace("version: '1'", f"version: '{version}'")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions of a document with a file each, whose publisher has changed the second one's file."""
    folder = tmp_path / "project"
    files = {f"{version}/{name}": text for version in ("1", "2") for name, text in (("schemas/pet.yaml", PET),)}
    files |= {f"{version}/shop.yaml": document(version) for version in ("1", "2")}
    write(folder / "specs", files)
    write(folder / "upstream", files | {"2/schemas/pet.yaml": NEW_PET})
    pinned = source("1", file="../upstream/1/shop.yaml") + source("2", file="../upstream/2/shop.yaml")
    write(folder, {"specs/sources.toml": pinned, "specwright.toml": CONFIG})
    monkeypatch.chdir(folder)
    return folder


def test_what_has_changed_is_brought_in_and_the_rest_left_alone(project: Path) -> None:
    before = tree_of(project)
    code, out, err = run("update", *DAY)
    assert code == 0
    assert err == "specs/1/shop.yaml is as it was.\n1 document changed: brought in and pinned in specs/sources.toml.\n"
    assert out.startswith(
        f"specs/2/schemas/pet.yaml: sha256 {digest(PET)[:12]} -> {digest(NEW_PET)[:12]}\n\nshop 2\n  additive\n"
    )
    second = source("2", NEW_PET, file="../upstream/2/shop.yaml", retrieved="2026-02-01")
    changed = {
        "specs/2/schemas/pet.yaml": NEW_PET.encode(),
        "specs/sources.toml": (source("1", file="../upstream/1/shop.yaml") + second).encode(),
    }
    assert tree_of(project) == before | changed
    assert run("verify")[0] == 0


@pytest.mark.parametrize("path", ["specs/2/shop.yaml", "2/shop.yaml"])
def test_one_document_is_updated_by_either_name(project: Path, path: str) -> None:
    write(project, {"upstream/1/schemas/pet.yaml": NEW_PET})
    assert run("update", path, *DAY)[0] == 0
    assert (project / "specs" / "1" / "schemas" / "pet.yaml").read_text() == PET


def test_a_source_without_a_license_is_told_where_to_write_it(project: Path) -> None:
    pinned = source("2", file="../upstream/2/shop.yaml", license="")
    write(project, {"specs/sources.toml": pinned})
    code, out, _ = run("update", *DAY)
    assert code == 1
    assert "  1. Write under what license it is into `license` at specs/sources.toml:5.\n" in out


def test_a_project_without_a_source_is_told_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    how = "`specwright vendor add` brings a document in."
    code, out, err = run("update")
    assert (code, out, err.splitlines()[-1]) == (2, "", f"Error: there is no specs/sources.toml. {how}")
    write(tmp_path, {"specs/sources.toml": "# None yet.\n"})
    code, out, err = run("update")
    assert (code, out, err.splitlines()[-1]) == (2, "", f"Error: specs/sources.toml has no document yet. {how}")


def test_an_update_that_looks_at_nothing_is_not_good(project: Path) -> None:
    write(project, {"specs/sources.toml": source("1")})
    told = (
        "specs/1/shop.yaml: passed over, as specs/sources.toml names no url for it. "
        "Write it there, or run `specwright vendor update specs/1/shop.yaml --from FILE|URL`.\n"
        "nothing was looked at.\n"
    )
    assert run("update") == (1, "", told)


def test_nothing_is_written_in_a_dry_run(project: Path) -> None:
    before = tree_of(project)
    code, out, err = run("update", "--dry-run", *DAY)
    assert (code, ".age`" in out) == (0, True)
    assert err.endswith("1 document changed: nothing is written, as this is a dry run.\n")
    assert tree_of(project) == before


def test_what_a_document_calls_its_version_stays_on_its_line(project: Path) -> None:
    text = document("2").replace("version: '2'", 'version: "2\\n```\\n# Hostile \\e[31m"')
    write(project, {"upstream/2/shop.yaml": text})
    for style in ("text", "markdown"):
        out = run("update", "2/shop.yaml", "--dry-run", "--format", style, *DAY)[1]
        assert "version 2 -> 2\\n```\\n# Hostile \\x1b[31m\n" in out
        assert not [line for line in out.splitlines() if line.startswith("# Hostile")]


def test_without_a_day_the_old_one_stays_and_is_to_be_mended(project: Path) -> None:
    code, out, _ = run("update")
    assert code == 1
    step = "Write the day into `retrieved` at specs/sources.toml:18: 2026-01-31 was that of the old one."
    assert f"  1. {step} `--retrieved DATE` does it.\n" in out
    assert run("verify")[0] == 0


def test_the_place_may_be_named(project: Path) -> None:
    write(project, {"elsewhere/api.yaml": document("2").replace("/pets", "/cats"), "elsewhere/schemas/pet.yaml": PET})
    text = (project / "specs" / "sources.toml").read_text()
    assert run("update", "specs/2/shop.yaml", "--from", "elsewhere/api.yaml", *DAY)[0] == 1
    changed = text.replace(digest(document("2")), digest(document("2").replace("/pets", "/cats")))
    before, _, after = changed.rpartition("2026-01-31")
    assert (project / "specs" / "sources.toml").read_text() == f"{before}2026-02-01{after}"


def test_a_source_that_names_no_place_is_passed_over_or_told_one(project: Path) -> None:
    write(project, {"specs/sources.toml": source("1") + source("2", file="../upstream/2/shop.yaml")})
    code, _, err = run("update", *DAY)
    told = "specs/1/shop.yaml: passed over, as specs/sources.toml names no url for it. Write it there, or run "
    assert (code, err.partition("`")[0]) == (0, told)
    assert run("update", "specs/1/shop.yaml")[0] == 2
    write(project, {"upstream/1/schemas/pet.yaml": NEW_PET})
    assert run("update", "specs/1/shop.yaml", "--from", "upstream/1/shop.yaml", *DAY)[0] == 0
    assert (project / "specs" / "sources.toml").read_text().count('file = "../upstream/1/shop.yaml"\n') == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["specs/3/shop.yaml"],
            "specs/sources.toml has no document specs/3/shop.yaml. `specwright vendor add` adds one.",
        ),
        (["--from", "upstream/1/shop.yaml"], "--from goes with one PATH: the document that it is a new state of."),
        (["--retrieved", "today"], '"today" is no day. Write it as 2026-01-31.'),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(project: Path, arguments: list[str], message: str) -> None:
    code, out, err = run("update", *arguments)
    assert (code, out, err.splitlines()[-1]) == (2, "", f"Error: {message}")


def test_an_edit_of_somebodys_is_not_lost(project: Path) -> None:
    write(project, {"specs/2/schemas/pet.yaml": PET + "# mine\n"})
    before = tree_of(project)
    code, out, err = run("update", *DAY)
    assert (code, out) == (1, "")
    assert err.startswith("specs/sources.toml:23:1: pin-mismatch: specs/2/schemas/pet.yaml is not what was retrieved")
    assert tree_of(project) == before


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"upstream/2/shop.yaml": "openapi: [\n"}, "upstream/2/shop.yaml:2:1: malformed-yaml: "),
        ({"upstream/2/shop.yaml": "a: 1\n"}, "specs/sources.toml:20:1: missing-version: upstream/2/shop.yaml: "),
        ({"specs/sources.toml": source("1") + source("2", file="../no.yaml")}, "specs/sources.toml:19:1: unreadable: "),
        ({"upstream/2/schemas/pet.yaml": "$ref: cat.yaml\n", "upstream/2/schemas/cat.yaml": "a: 1\n",
          "specs/2/schemas/cat.yaml": "b: 1\n"}, "specs/2/schemas/cat.yaml:1:1: already-there: "),
        ({"specwright.toml": "[[sdk]\n"}, "specwright.toml:1:"),
    ],
    ids=["broken", "no document", "no file", "in the way", "configuration"],
)  # fmt: skip
def test_what_is_refused_changes_nothing(project: Path, files: dict[str, str], told: str) -> None:
    write(project, files)
    before = tree_of(project)
    code, out, err = run("update", *DAY)
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].startswith(told)
    assert tree_of(project) == before


def test_everything_that_is_refused_is_told_at_once(project: Path) -> None:
    write(project, {"upstream/1/shop.yaml": "a: 1\n", "upstream/2/shop.yaml": "openapi: [\n"})
    assert [line.split(": ")[1] for line in run("update", *DAY)[2].splitlines()] == [
        "missing-version", "malformed-yaml"
    ]  # fmt: skip


@pytest.fixture
def shared(project: Path) -> Path:
    """Two documents that refer to one file, which their publisher has changed."""
    files = {f"{version}/a.yaml": document(version).replace("schemas/", "../") for version in ("1", "2")}
    shutil.rmtree(project / "specs")
    write(project / "specs", {**files, "pet.yaml": PET})
    write(project / "upstream", {**files, "pet.yaml": NEW_PET})
    part = f'\n[source.parts]\n"pet.yaml" = "{digest(PET)}"\n\n'
    pinned = (entry(name, text, file=f"../upstream/{name}") + part for name, text in files.items())
    write(project, {"specs/sources.toml": "".join(pinned)})
    return project


def test_a_file_of_two_sources_is_pinned_anew_in_both(shared: Path) -> None:
    code, out, _ = run("update", "1/a.yaml", *DAY)
    assert code == 0
    assert "shop 1\n" in out
    assert "shop 2\n" in out
    pinned = (shared / "specs" / "sources.toml").read_text()
    assert (pinned.count(digest(NEW_PET)), pinned.count("2026-02-01")) == (2, 1)
    assert run("verify")[0] == 0


def test_two_places_that_do_not_agree_on_a_file_are_refused(shared: Path) -> None:
    write(shared, {"other/2/a.yaml": document("2").replace("schemas/", "../"), "other/pet.yaml": PET + "# other\n"})
    pinned = (shared / "specs" / "sources.toml").read_text()
    write(shared, {"specs/sources.toml": pinned.replace("../upstream/2", "../other/2")})
    before = tree_of(shared)
    code, out, err = run("update", *DAY)
    assert (code, out) == (1, "")
    assert err.startswith("specs/sources.toml:21:1: source-clash: specs/pet.yaml belongs to two sources")
    assert tree_of(shared) == before


# A URL


def test_a_url_is_asked_again_and_what_goes_wrong_is_told_where_it_stands(
    project: Path, certificates: Certificates
) -> None:
    answers: dict[str, bytes] = {}

    def talk(connection: ssl.SSLSocket, line: str) -> None:
        connection.sendall(answers.get(line.split()[1].rpartition("/")[2], answer(b"", "503 Service Unavailable")))

    network = ("--allow-private", "--ca-file", str(certificates.authority), *DAY)
    with serving(certificates, talk) as server:
        write(project, {"specs/sources.toml": source("1") + source("2", url=server.url("/shop.yaml"))})
        before = tree_of(project)
        code, out, err = run("update", *network)
        assert (code, out) == (1, "")
        told = f"specs/sources.toml:19:1: fetch-failed: {server.url('/shop.yaml')}: 127.0.0.1 answers 503"
        assert err.splitlines()[-1].startswith(told)
        assert run("update", *DAY)[2].splitlines()[-1].startswith("specs/sources.toml:19:1: address-refused: ")
        answers["shop.yaml"] = answer(document("2").encode())
        code, out, err = run("update", *network)
        assert (code, err.splitlines()[-1].partition(" 127")[0]) == (
            1, f"specs/sources.toml:19:1: fetch-failed: {server.url('/schemas/pet.yaml')}:"
        )  # fmt: skip
        assert tree_of(project) == before
        answers["pet.yaml"] = answer(b"$ref: tag.yaml\n")
        assert (
            run("update", *network)[2]
            .splitlines()[-1]
            .startswith(f"specs/sources.toml:19:1: fetch-failed: {server.url('/schemas/tag.yaml')}:")
        )
        assert tree_of(project) == before
        answers["pet.yaml"] = answer(NEW_PET.encode())
        assert run("update", *network)[0] == 0
    assert (project / "specs" / "2" / "schemas" / "pet.yaml").read_text() == NEW_PET


# All or nothing


@pytest.mark.parametrize("failing", range(7))
def test_files_change_together_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    write(tmp_path, {"a": "old a", "b": "old b", "gone": "old"})
    before = tree_of(tmp_path)
    contents = {tmp_path / "a": b"new a", tmp_path / "deep" / "er" / "c": b"new c", tmp_path / "b": b"new b"}
    real, calls = Path.replace, iter(range(100))

    def replace(own: Path, target: Path) -> Path:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")
        return real(own, target)

    monkeypatch.setattr(Path, "replace", replace)
    if failing == 6:
        store(contents, [tmp_path / "gone"], "specs")
        assert tree_of(tmp_path) == {"a": b"new a", "deep/er/c": b"new c", "b": b"new b"}
    else:
        with pytest.raises(Refused, match="No space left on device"):
            store(contents, [tmp_path / "gone"], "specs")
        assert tree_of(tmp_path) == before
    assert [path.name for path in tmp_path.rglob("*") if path.name.startswith(".")] == []
    assert failing == 6 or not (tmp_path / "deep").exists()


def test_what_cannot_be_written_is_met_before_anything_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"a": "old", "file": ""})
    with pytest.raises(Refused, match="cannot be written"):
        store({tmp_path / "a": b"new", tmp_path / "file" / "b": b"new"}, (), "specs")
    assert tree_of(tmp_path) == {"a": b"old", "file": b""}

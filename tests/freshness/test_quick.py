"""A run that finds nothing to do says so before it loads anything, and only then."""

from __future__ import annotations

import os
import subprocess
import sys
from ast import literal_eval
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest

from freshness.projects import CONFIG, ITEMS, SPEC, make_project, run
from specwright import pipeline
from specwright.inputs import TOOLS
from specwright.quick import answer, look, record_of
from specwright.quick.tools import tool_version
from trees import ROOT

GOOD = "output is up to date."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose output is up to date."""
    make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("generate")[0] == 0
    return tmp_path


@pytest.mark.parametrize("command", ["check", "generate"])
def test_a_run_with_nothing_to_do_loads_no_library(project: Path, command: str) -> None:
    heavy = (
        "babel", "click", "dataclasses", "datamodel_code_generator", "email", "importlib.metadata", "inspect", "jinja2",
        "json", "openapi_spec_validator", "pathlib", "re", "ruff", "tomllib", "typing", "yaml",
    )  # fmt: skip
    script = (
        "import sys; from specwright.start import main; main();"
        f"print(sorted(set({heavy!r}) & set(sys.modules)), [m for m in sys.modules if m.startswith('specwright')])"
    )
    # -S: packages that hook into every start of an interpreter would be counted as ours.
    path = os.pathsep.join([str(ROOT / "generator"), *(each for each in sys.path if "site-packages" in each)])
    done = subprocess.run(
        [sys.executable, "-S", "-c", script, command], env={**os.environ, "PYTHONPATH": path},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    ours = ["answer", "looks", "tools"]
    expected = ["specwright", "specwright.start", "specwright.quick", *(f"specwright.quick.{each}" for each in ours)]
    loaded, _, modules = done.stdout.strip().partition("] ")
    assert (loaded, sorted(literal_eval(modules)), done.stderr) == ("[", sorted(expected), f"{GOOD}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["generate"],
        ["check", "--jobs", "2"],
        ["generate", "--config", "specwright.toml"],
        ["check", "--jobs=3"],
    ],
)
def test_a_plain_question_is_answered(project: Path, arguments: list[str]) -> None:
    assert answer(arguments) == GOOD


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["lint"], ["check", "--help"], ["generate", "--no-cache"], ["check", "specs/shop.yaml"],
        ["check", "--jobs", "0"],
        ["check", "--target", "docs"], ["check", "--max-degraded", "0"], ["check", "--jobs"], ["check", "-ofoo"],
        ["check", "-o="], ["check", "--output", ""], ["check", "-o", "elsewhere"],
        ["check", "--config", "other.toml"],
    ],
)  # fmt: skip
def test_another_question_is_left_to_the_program(project: Path, arguments: list[str]) -> None:
    assert answer(arguments) is None


def test_the_answer_is_found_from_a_folder_below_and_for_another_output(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("generate", "-o", "made")[0] == 0
    assert answer(["check", "-o", "made"]) == "made is up to date."
    monkeypatch.chdir(project / "specs")
    assert answer(["check"]) == GOOD
    assert answer(["check", "-o", "made"]) is None
    assert answer(["check", "--output", "../made"]) == "made is up to date."


def test_a_copy_of_a_project_is_not_taken_for_the_first(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = project / "copy"
    copytree(project, copy, ignore=ignore_patterns("copy"))
    (copy / "specs" / "shop.yaml").write_text(SPEC.replace("All", "Every"))
    assert answer(["check"]) == GOOD
    monkeypatch.chdir(copy)
    assert answer(["check"]) is None
    assert run("check")[0] == 1


def test_a_check_leaves_a_record_too(project: Path) -> None:
    Path(record_of("specwright.toml")).unlink()
    assert answer(["check"]) is None
    assert run("check")[0] == 0
    assert answer(["check"]) == GOOD


def test_a_run_of_one_target_and_a_run_without_a_configuration_leave_none(project: Path) -> None:
    Path(record_of("specwright.toml")).unlink()
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("All", "Every"))
    assert run("generate", "--target", "docs")[0] == 0
    assert run("generate", "specs/shop.yaml", "-o", "made")[0] == 0
    assert answer(["check"]) is None
    assert not Path(record_of("specwright.toml")).exists()


def replace_by_link(project: Path) -> None:
    (project / "output" / ITEMS).rename(project / "elsewhere.py")
    (project / "output" / ITEMS).symlink_to(project / "elsewhere.py")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a document edited": lambda project: (project / "specs/shop.yaml").write_text(SPEC + "\n"),
    "a document removed": lambda project: (project / "specs/shop.yaml").unlink(),
    "a document added": lambda project: (project / "specs/next.yaml").write_text(SPEC.replace("'1'", "'2'")),
    "an overlay added": lambda project: (project / "specs/shop.overlay.yaml").write_text("overlay: 1.0.0\n"),
    "a setting changed": lambda project: (project / "specwright.toml").write_text(CONFIG + 'version = "2.0"\n'),
    "a catalogue added": lambda project: run("i18n", "update"),
    "an output file edited": lambda project: (project / "output" / ITEMS).write_text("mine"),
    "an output file removed": lambda project: (project / "output" / ITEMS).unlink(),
    "an output file replaced by a link": replace_by_link,
    "a manifest edited": lambda project: (project / "output/manifest.json").write_text("{}"),
    "a file among ours": lambda project: (project / "output" / ITEMS).with_name("mine.py").write_text(""),
    "a killed run": lambda project: (project / ".output.specwright").mkdir(),
    "the output moved": lambda project: (project / "output").rename(project / "moved"),
    "another tool": lambda project: fake_tool(project, "ruff", "0.0.1"),
}


def fake_tool(folder: Path, name: str, version: str) -> None:
    metadata_folder = folder / "found-first" / f"{name}-{version}.dist-info"
    metadata_folder.mkdir(parents=True)
    (metadata_folder / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nVersion: 9\n"
    )


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_anything_is_left_to_the_program(
    project: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(project / "found-first"), *sys.path])
    assert answer(["check"]) == GOOD
    CHANGES[change](project)
    assert answer(["check"]) is None


def test_a_template_or_a_module_of_ours_that_changes_is_seen(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.py").write_text("one")
    tree, source = look("tree", str(tmp_path)), look("source", str(tmp_path))
    (tmp_path / "below" / "a.py").write_text("two")
    assert (look("tree", str(tmp_path)), look("source", str(tmp_path)) == source) == (tree, False)
    (tmp_path / "below" / "b.jinja").write_text("")
    assert look("tree", str(tmp_path)) != tree
    seen = Path(record_of(str(ROOT / "specwright.toml"))).parent  # what a record of a checkout names
    assert seen == ROOT / ".cache" / "specwright"


def test_a_record_names_the_templates_and_the_source_of_a_checkout(project: Path) -> None:
    lines = Path(record_of("specwright.toml")).read_text().splitlines()
    kinds = {(kind, path) for kind, _, path in (line.split("\t") for line in lines[2:])}
    assert {
        ("source", str(ROOT / "generator" / "specwright")),
        ("tree", str(ROOT / "templates")),
        ("file", str(ROOT / "templates" / "python" / "resource.py.jinja")),
        ("file", str(ROOT / "templates" / "python" / "runtime" / "turns.py")),
        ("file", str(project / "specs" / "locales" / "de" / "shop.po")),
        ("folder", str(project / "specs")),
    } <= kinds


def test_a_damaged_record_is_no_record(project: Path) -> None:
    place = Path(record_of("specwright.toml"))
    whole = place.read_bytes()
    for damaged in (b"", whole[:-1], whole + b"file\t0\t/x\n", whole.replace(b"shop", b"shot"), b"\xff" + whole, b"\n"):
        place.write_bytes(damaged)
        assert answer(["check"]) is None
    place.write_bytes(whole)
    assert answer(["check"]) == GOOD


def test_a_document_saved_during_a_run_is_found_changed_by_the_next(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec, generate = project / "specs" / "shop.yaml", pipeline.generate
    spec.write_text(SPEC.replace("All", "Most"))

    def slowly(*arguments: object) -> object:
        made = generate(*arguments)  # type: ignore[arg-type]
        spec.write_text(SPEC.replace("All", "Every"))
        return made

    monkeypatch.setattr(pipeline, "generate", slowly)
    assert run("generate")[0] == 0
    assert answer(["check"]) is None
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert "Every item" in run("check")[1]


def test_a_file_among_ours_is_told_and_never_forgotten(project: Path) -> None:
    (project / "output" / ITEMS).with_name("mine.py").write_text("")
    told = f"output/{Path(ITEMS).with_name('mine.py')}: foreign: not written by specwright, in a folder of the output\n"
    for _ in range(2):
        assert run("check")[:2] == (1, told)
        assert run("generate")[::2] == (0, f"{GOOD}\n")
        assert answer(["check"]) is None


def test_a_project_whose_cache_cannot_be_written_is_checked_all_the_same(project: Path) -> None:
    rmtree(project / ".cache")
    (project / ".cache").write_text("mine")
    assert run("check")[0] == 0
    assert answer(["check"]) is None


def test_git_does_not_see_the_cache(project: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], check=True, capture_output=True, text=True
    ).stdout
    assert ".cache" not in listed
    assert "specwright.toml" in listed


@pytest.mark.parametrize("name", [*TOOLS, "PyYAML", "typing.extensions", "jsonschema_rs"])
def test_versions_are_those_that_python_tells(name: str) -> None:
    assert tool_version(name) == metadata.version(name)


def test_the_first_distribution_on_the_way_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tool(tmp_path, "Ruff", "0.0.1")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "found-first"), *sys.path])
    assert tool_version("ruff") == metadata.version("ruff") == "0.0.1"
    with pytest.raises(metadata.PackageNotFoundError):
        tool_version("no-such-distribution")

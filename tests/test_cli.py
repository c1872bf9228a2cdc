"""The command line as its user meets it: arguments, exit codes, and what goes to which stream."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from specwright import __version__
from specwright.cli import main
from specwright.config import ad_hoc
from specwright.irjson import as_json
from specwright.pipeline import read_apis
from trees import ROOT, tree_of

V3 = ROOT / "specs" / "v3" / "scheduler-meetings-v3.json"
CONFIG = '[[sdk]]\nname = "shop"\nspecs = ["specs/*.yaml"]\n'
GOOD = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /items:
    get: {responses: {'204': {description: Nothing.}}}
"""
WARNED = GOOD.replace("get: {", "get: {operationId: same, ").replace(
    "paths:\n", "paths:\n  /others:\n    get: {operationId: same, responses: {'204': {description: Nothing.}}}\n"
)
DANGLING = GOOD.replace("'204': {description: Nothing.}", "'204': {$ref: '#/components/responses/Gone'}")
MALFORMED = "openapi: [\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and one good document, which is the working directory."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specwright.toml").write_text(CONFIG)
    (tmp_path / "specs" / "shop.yaml").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def outcome(*arguments: str) -> tuple[int, str, str]:
    result = run(*arguments)
    return result.exit_code, result.stdout, result.stderr


# generate


def test_a_run_writes_everything_and_says_so_on_stderr(project: Path) -> None:
    code, out, err = outcome("generate")
    files = tree_of(project / "output")
    assert (code, out, err) == (0, "", f"output: {len(files)} created. 1 of 1 operation.\n")
    assert {"manifest.json", "python/shop/pyproject.toml", "python/shop/src/shop/resources/items.py"} <= set(files)


def test_a_run_with_nothing_to_do_says_so(project: Path) -> None:
    run("generate")
    before = tree_of(project / "output")
    assert outcome("generate") == (0, "", "output is up to date.\n")
    assert tree_of(project / "output") == before


def test_a_run_that_is_told_to_does_everything_again(project: Path) -> None:
    run("generate")
    code, _, err = outcome("generate", "--no-cache")
    assert (code, err) == (0, f"output: {len(tree_of(project / 'output'))} unchanged. 1 of 1 operation.\n")


def test_a_configuration_may_lie_elsewhere(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert outcome("generate", "--config", str(project / "specwright.toml"), "-o", "made")[0] == 0
    assert (tmp_path / "elsewhere" / "made" / "manifest.json").is_file()
    assert not (project / "output").exists()


def test_the_configuration_is_found_from_a_folder_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "specs")
    assert outcome("generate")[0] == 0
    assert (project / "output" / "manifest.json").is_file()


def test_a_document_alone_becomes_a_package_without_a_configuration(project: Path) -> None:
    (project / "specwright.toml").unlink()
    code, out, _ = outcome("generate", "specs/shop.yaml", "-o", "made", "--package", "My Shop")
    assert (code, out) == (0, "")
    assert (project / "made" / "python" / "my-shop" / "src" / "my_shop" / "client.py").is_file()


def test_several_documents_become_the_versions_of_one_package(project: Path) -> None:
    (project / "specs" / "next.yaml").write_text(GOOD.replace("'1'", "'2'"))
    assert outcome("generate", "specs/shop.yaml", "specs/next.yaml", "-o", "made", "--jobs", "2")[0] == 0
    source = project / "made" / "python" / "shop" / "src" / "shop"
    assert {path.name for path in source.iterdir() if path.is_dir()} == {"_runtime", "v1", "v2"}


def test_documents_of_one_version_are_refused(project: Path) -> None:
    (project / "specs" / "same.yaml").write_text(GOOD)
    code, out, err = outcome("generate")
    assert (code, out) == (1, "")
    assert err == (
        'specs/shop.yaml:1:1: version-clash: has the same version as specs/same.yaml: both would be "v1". '
        "Give each document its own version, make them two distributions, or name the documents in the pattern of "
        "specs ({api}), which puts them into one.\n"
    )


def test_of_a_great_many_warnings_the_first_are_told_and_the_others_counted(project: Path) -> None:
    values = ", ".join(f"v{number}: {{type: string, enum: [a, a]}}" for number in range(40))
    (project / "specs" / "shop.yaml").write_text(GOOD + f"components:\n  schemas: {{{values}}}\n")
    code, out, err = outcome("generate")
    assert (code, out) == (0, "")
    *told, more, _ = err.splitlines()
    assert len(told) == 10
    assert more == "And 30 more warnings (30 duplicate-enum-value): specwright lint lists them."


def test_warnings_are_told_and_stop_nothing(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(WARNED)
    code, out, err = outcome("generate")
    assert (code, out) == (0, "")
    assert err.splitlines()[0].startswith("specs/shop.yaml:7:11: warning: duplicate-operation-id: ")


@pytest.mark.parametrize("info", ["", "info: {}\n", "info: none\n", "info: {title: [a], version: {}}\n"])
def test_a_document_that_does_not_say_what_it_is_called_is_called_as_its_file(project: Path, info: str) -> None:
    without = GOOD.replace("info: {title: Shop, version: '1'}\n", info)
    (project / "specs" / "shop.yaml").write_text(without)
    code, _, err = outcome("generate")
    assert code == 0
    assert all(": warning: " in line for line in err.splitlines()[:-1])
    assert json.loads(outcome("ir")[1])["title"] == "shop"


@pytest.mark.parametrize("name", ["decoration", "decoration-3.0"])
def test_what_generation_can_do_without_stops_nothing(project: Path, name: str) -> None:
    spec = ROOT / "tests" / "cases" / "refuse" / name / "spec.yaml"
    code, _, err = outcome("generate", str(spec), "-o", "made")
    told = [line for line in err.splitlines()[:-1] if not line.endswith(": specwright lint lists them.")]
    assert (code, {line.split(": ")[1] for line in told}) == (0, {"warning"})
    source = project / "made" / "python" / "spec" / "src" / "spec"
    for path in source.rglob("*.py"):
        compile(path.read_text(), str(path), "exec")


# What is refused


def test_all_that_is_wrong_with_all_documents_is_told_in_one_run_and_nothing_is_written(project: Path) -> None:
    run("generate")
    before = tree_of(project)
    (project / "specs" / "dangling.yaml").write_text(DANGLING)
    (project / "specs" / "malformed.yaml").write_text(MALFORMED)
    (project / "specs" / "again.yaml").write_text(DANGLING)
    code, out, err = outcome("generate")
    dangling = '"#/components/responses/Gone" leads to nothing. Correct the reference, or add what it names.'
    assert (code, out) == (1, "")
    assert err.splitlines()[:2] == [
        f"specs/again.yaml:5:31: dangling-ref: {dangling}",
        f"specs/dangling.yaml:5:31: dangling-ref: {dangling}",
    ]
    assert [line.partition(": ")[0] for line in err.splitlines()[2:]] == ["specs/malformed.yaml:2:1"]
    assert {name: tree_of(project)[name] for name in before} == before
    assert set(tree_of(project)) - set(before) == {
        "specs/again.yaml", "specs/dangling.yaml", "specs/malformed.yaml"
    }  # fmt: skip


def test_a_refused_first_run_makes_no_output_folder(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(DANGLING)
    assert outcome("generate")[0] == 1
    assert not (project / "output").exists()


def test_a_mistake_in_the_configuration_is_told_with_its_place(project: Path) -> None:
    (project / "specwright.toml").write_text(CONFIG + "colour = 1\n")
    code, out, err = outcome("check")
    assert (code, out) == (1, "")
    assert err.startswith('specwright.toml:4:1: config-unknown-key: "colour" is no setting. Known: name, ')


@pytest.mark.parametrize("output", ["taken", "taken/below"])
def test_an_output_folder_that_cannot_be_is_one_line(project: Path, output: str) -> None:
    (project / "taken").write_text("a file")
    code, out, err = outcome("generate", "-o", output)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "output-unwritable: cannot write here: Not a directory" in err
    assert (project / "taken").read_text() == "a file"


def test_a_key_given_twice_is_told_even_where_it_would_change_nothing(project: Path) -> None:
    run("generate")
    (project / "specs" / "shop.yaml").write_text(GOOD + "openapi: 3.0.3\n")
    line = '"openapi" stands twice in one mapping, first at 1:1. Keep one of the two.'
    assert outcome("generate") == (1, "", f"specs/shop.yaml:6:1: duplicate-key: {line}\n")


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["generate", "--package", "a"], "--package goes with SPEC arguments"),
        (["generate", "--target", "ruby"], 'no target "ruby". Known: python'),
        (["generate", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["check", "--colour"], "No such option '--colour'"),
        (["lint", "--format", "xml"], "'xml' is not one of 'text', 'json', 'sarif', 'github'"),
        (["paint"], "No such command 'paint'"),
        (["generate", "gone.yaml"], 'Error: there is no file "gone.yaml".'),
        (["lint", "specs/shop.yaml", "gone.yaml", "far/off.json"], 'there is no file "gone.yaml", "far/off.json".'),
        (["ir", "specs"], '"specs" is a folder. Name a file in it.'),
        (["check", "--config", "gone.toml"], 'there is no file "gone.toml".'),
        (["check", "--config", "specs"], '"specs" is a folder. Name a file in it.'),
        (["lint", "specs/shop.yaml", "--config", "specwright.toml"], "--config goes without SPEC arguments"),
    ],
)
def test_wrong_usage_is_exit_code_2(project: Path, arguments: list[str], reason: str) -> None:
    code, out, err = outcome(*arguments)
    assert (code, out) == (2, "")
    assert reason in err


@pytest.mark.parametrize("command", ["generate", "check", "lint", "ir"])
def test_without_a_configuration_and_without_a_document_the_usage_is_wrong(project: Path, command: str) -> None:
    (project / "specwright.toml").unlink()
    code, out, err = outcome(command)
    assert (code, out) == (2, "")
    assert "no specwright.toml here or above. Name a SPEC file, or write one." in err


def test_version_and_help_are_results(project: Path) -> None:
    assert outcome("--version") == (0, f"specwright, version {__version__}\n", "")
    for arguments in (["-h"], ["generate", "--help"]):
        code, out, err = outcome(*arguments)
        assert (code, err) == (0, "")
        assert out.startswith("Usage: ")


# check


def test_a_check_without_any_output_says_so_and_nothing_else(project: Path) -> None:
    expected = (1, "", "there is no output yet: run specwright generate.\n")
    assert outcome("check") == expected
    (project / "output").mkdir()
    (project / "output" / "notes").write_text("mine")
    assert outcome("check") == expected
    (project / "specs" / "shop.yaml").write_text(DANGLING)
    assert outcome("check")[2].startswith("specs/shop.yaml:5:31: dangling-ref: ")


def test_a_check_counts_what_differs_and_folds_the_manifest(project: Path) -> None:
    run("generate")
    assert outcome("check") == (0, "", "output is up to date.\n")
    readme = project / "output" / "python" / "shop" / "README.md"
    readme.write_text(readme.read_text() + "mine\n")
    code, out, err = outcome("check")
    assert (code, err) == (1, "1 file differs. Run `specwright generate`.\n")
    assert out.splitlines()[0] == "output/python/shop/README.md: edited: changed by hand since it was written"
    assert out.splitlines()[-1] == "-mine"
    (project / "specs" / "shop.yaml").write_text(GOOD.replace("Nothing.", "Nothing at all."))
    code, out, err = outcome("check")
    last = out.splitlines()[-1]
    assert (code, last) == (1, "output/manifest.json: stale: spec specs/shop.yaml changed")
    assert re.fullmatch(r"[2-9] files differ\. Run `specwright generate`\.\n", err)


def test_a_manifest_that_is_gone_is_no_first_run(project: Path) -> None:
    run("generate")
    (project / "output" / "manifest.json").unlink()
    code, out, err = outcome("check")
    assert (code, err) == (1, "1 file differs. Run `specwright generate`.\n")
    assert out == "output/manifest.json: missing: no manifest tells of an earlier run\n"


# lint


def test_problems_are_the_result_of_lint_and_errors_its_exit_code(project: Path) -> None:
    assert outcome("lint") == (0, "", "")
    (project / "specs" / "shop.yaml").write_text(WARNED)
    code, out, err = outcome("lint")
    assert (code, err) == (0, "")
    assert out.startswith("specs/shop.yaml:7:11: warning: duplicate-operation-id: ")
    (project / "specs" / "shop.yaml").write_text(DANGLING)
    code, out, err = outcome("lint")
    assert (code, err) == (1, "")
    assert out.startswith("specs/shop.yaml:5:31: dangling-ref: ")


def test_lint_speaks_the_formats_of_programs(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(DANGLING)
    [problem] = json.loads(outcome("lint", "--format", "json")[1])
    assert (problem["file"], problem["line"], problem["column"]) == ("specs/shop.yaml", 5, 31)
    assert (problem["code"], problem["severity"]) == ("dangling-ref", "error")
    sarif = json.loads(outcome("lint", "--format", "sarif")[1])
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["dangling-ref"]
    github = outcome("lint", "--format", "github")[1]
    assert github.startswith("::error file=specs/shop.yaml,line=5,col=31,title=dangling-ref::")


def test_an_empty_result_is_still_a_document_of_its_format(project: Path) -> None:
    assert json.loads(outcome("lint", "--format", "json")[1]) == []
    assert json.loads(outcome("lint", "--format", "sarif")[1])["runs"][0]["results"] == []
    assert outcome("lint", "--format", "github") == (0, "", "")


# ir


def test_the_ir_of_a_real_document_is_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code, out, err = outcome("ir", str(V3))
    [reading] = read_apis(ad_hoc((V3,), None, None)).values()
    assert (code, err) == (0, "")
    assert reading.api
    assert json.loads(out) == as_json(reading.api)


def test_the_ir_of_several_documents_is_a_list(project: Path) -> None:
    (project / "specs" / "next.yaml").write_text(GOOD.replace("'1'", "'2'"))
    assert [each["version"] for each in json.loads(outcome("ir")[1])] == ["2", "1"]


def test_a_broken_document_has_no_ir(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(DANGLING)
    code, out, err = outcome("ir")
    assert (code, out) == (1, "")
    assert err.startswith("specs/shop.yaml:5:31: dangling-ref: ")

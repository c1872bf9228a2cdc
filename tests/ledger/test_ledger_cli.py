"""The ledger as its users meet it: the file, the line, the command, and the limits that a run is held to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from specwright.cli import main
from trees import tree_of

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /items:
    get:
      parameters:
        - {name: word, in: query, schema: {type: string, pattern: '^a', not: {}}}
      responses: {'204': {description: Nothing.}}
"""
PATTERN = "schema pattern: It is not checked here: of what models hold, only plain properties are."
NOT = "schema not: The keyword is accepted, and is not checked."
SUMMARY = "1 of 1 operation, 1 construct degraded, 1 not generated (specwright coverage lists them)."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document of which something is given up, which is the working directory."""
    (tmp_path / "shop.yaml").write_text(SPEC)
    (tmp_path / "specwright.toml").write_text('[[sdk]]\nname = "shop"\nspecs = ["shop.yaml"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_a_run_ends_with_what_it_has_covered(project: Path) -> None:
    code, _, err = run("generate")
    assert (code, err) == (0, f"output: {len(tree_of(project / 'output'))} created. {SUMMARY}\n")


def test_the_file_tells_every_operation_and_whatever_is_given_up(project: Path) -> None:
    run("generate")
    ledger = json.loads((project / "output" / "coverage.json").read_text())
    [document] = ledger["sdks"]["shop"]
    place = "#/paths/~1items/get/parameters/0/schema"
    assert ledger["operations"] == document["operations"] == {"declared": 1, "generated": 1}
    assert (ledger["constructs"]["degraded"], ledger["constructs"]["not generated"]) == (1, 1)
    assert document["constructs"]["schema keyword"] == {"degraded": 1, "generated": 1, "not generated": 1}
    assert document["degraded"] == [
        {"construct": "schema pattern", "gives_up": PATTERN.partition(": ")[2], "at": [f"{place}/pattern"]}
    ]
    assert document["not_generated"] == [
        {"construct": "schema not", "reason": NOT.partition(": ")[2], "at": [f"{place}/not"]}
    ]
    assert document["listing"] == [
        {"kind": "operation", "method": "GET", "path": "/items", "name": "items.list", "at": "#/paths/~1items/get"}
    ]


def test_a_check_covers_the_file(project: Path) -> None:
    run("generate")
    path = project / "output" / "coverage.json"
    path.write_text(path.read_text().replace('"declared": 1', '"declared": 2'))
    code, out, _ = run("check")
    assert code == 1
    assert "output/coverage.json: edited: changed by hand since it was written" in out


def test_the_command_prints_places_as_lint_does_and_writes_nothing(project: Path) -> None:
    place = "shop.yaml:7:"
    assert run("coverage") == (
        0, f"{place}58: note: degraded: {PATTERN}\n{place}73: warning: not-generated: {NOT}\n", f"{SUMMARY}\n"
    )  # fmt: skip
    assert not (project / "output").exists()


def test_the_command_speaks_the_formats_of_lint(project: Path) -> None:
    listed = json.loads(run("coverage", "--format", "json")[1])
    assert [(each["code"], each["severity"], each["line"], each["pointer"]) for each in listed] == [
        ("degraded", "note", 7, "/paths/~1items/get/parameters/0/schema/pattern"),
        ("not-generated", "warning", 7, "/paths/~1items/get/parameters/0/schema/not"),
    ]
    [sarif] = json.loads(run("coverage", "--format", "sarif")[1])["runs"]
    assert [(each["ruleId"], each["level"]) for each in sarif["results"]] == [
        ("degraded", "note"),
        ("not-generated", "warning"),
    ]
    assert run("coverage", "--format", "github")[1].splitlines() == [
        f"::notice file=shop.yaml,line=7,col=58,title=degraded::{PATTERN}",
        f"::warning file=shop.yaml,line=7,col=73,title=not-generated::{NOT}",
    ]


DEGRADED = "1 construct is degraded, and none may be. Run `specwright coverage`.\n"
DROPPED = "1 construct is not generated, and none may be dropped. Run `specwright coverage`.\n"


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (("--max-degraded", "1"), ""),
        (("--max-degraded", "0"), DEGRADED),
        (("--fail-on", "dropped"), DROPPED),
        (("--fail-on", "dropped", "--max-degraded", "1"), DROPPED),
        (("--fail-on", "degraded"), DEGRADED + DROPPED),
    ],
)
def test_limits_hold_a_run_before_it_writes_and_an_output_that_is_up_to_date(
    project: Path, limits: tuple[str, ...], said: str
) -> None:
    code, _, err = run("generate", *limits)
    assert (code, said in err, (project / "output").exists()) == (bool(said), True, not said)
    assert run("coverage", *limits)[::2] == (bool(said), f"{SUMMARY}\n{said}")
    run("generate")
    for command in ("generate", "check"):
        assert run(command, *limits)[::2] == (bool(said), f"output is up to date.\n{said}")
    assert run("generate", "--no-cache", *limits)[0] == bool(said)

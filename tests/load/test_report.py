"""Problems printed for people and for programs."""

import json
from pathlib import Path

import pytest

from specwright.problems import Origin, Position, Problem
from specwright.report import print_problems

PROBLEMS = [
    Problem("b-code", Origin("b.yaml", "/x"), "later file."),
    Problem("a-code", Origin("a.yaml", "/paths/~1a"), "a\npath, 100%.", "Mend it."),
    Problem("a-code", Origin("a.yaml", "/info"), "an info.", severity="warning"),
    Problem("a-code", Origin("a.yaml", "/info"), "an info.", severity="warning"),
    Problem("0-code", Origin("a.yaml", "/info"), "another."),
    Problem("syntax", Origin("a.yaml"), "torn.", position=Position(9, 2)),
    Problem("gone", Origin("no, file:.yaml"), "unreadable."),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text("info: {}\npaths:\n  /a: {}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("y: 1\nx: 1\n", encoding="utf-8")
    return tmp_path


def test_text_is_one_line_each_in_order_without_repeats(folder: Path) -> None:
    assert print_problems(PROBLEMS, folder, "text").splitlines() == [
        "a.yaml:1:1: 0-code: another.",
        "a.yaml:1:1: warning: a-code: an info.",
        "a.yaml:3:3: a-code: a\\npath, 100%. Mend it.",
        "a.yaml:9:2: syntax: torn.",
        "b.yaml:2:1: b-code: later file.",
        "no, file:.yaml: gone: unreadable.",
    ]


def test_the_order_of_finding_does_not_matter(folder: Path) -> None:
    for style in ("text", "json", "sarif", "github"):
        assert print_problems(PROBLEMS, folder, style) == print_problems(PROBLEMS[::-1], folder, style)


def test_no_problems_are_no_lines(folder: Path) -> None:
    assert print_problems([], folder, "text") == ""
    assert json.loads(print_problems([], folder, "json")) == []


def test_github_commands_cannot_be_broken_out_of(folder: Path) -> None:
    lines = print_problems(PROBLEMS, folder, "github").splitlines()
    assert lines[2] == "::error file=a.yaml,line=3,col=3,title=a-code::a\\npath, 100%25. Mend it."
    assert lines[5] == "::error file=no%2C file%3A.yaml,title=gone::unreadable."


def test_json_tells_every_part(folder: Path) -> None:
    assert json.loads(print_problems(PROBLEMS, folder, "json"))[1] == {
        "file": "a.yaml",
        "line": 1,
        "column": 1,
        "pointer": "/info",
        "severity": "warning",
        "code": "a-code",
        "message": "an info.",
        "hint": "",
    }


def test_sarif_lists_its_rules_and_places(folder: Path) -> None:
    run = json.loads(print_problems(PROBLEMS, folder, "sarif"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["0-code", "a-code", "b-code", "gone", "syntax"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error", "error", "error", "error"]
    place = run["results"][2]["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "a.yaml"},
        "region": {"startLine": 3, "startColumn": 3},
    }
    assert run["results"][5]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "no%2C%20file%3A.yaml"}
    }


@pytest.mark.parametrize(
    ("message", "hint", "expected"),
    [
        ("no such file", "Choose another", "no such file. Choose another."),
        ("no such file.", "Did you mean it?", "no such file. Did you mean it?"),
        ("no such file", "", "no such file."),
        ("cut off…", "", "cut off…"),
    ],
)
def test_sentences_end_in_every_style(folder: Path, message: str, hint: str, expected: str) -> None:
    problem = Problem("code", Origin("b.yaml"), message, hint)
    assert print_problems([problem], folder, "text") == f"b.yaml:1:1: code: {expected}\n"
    [told] = json.loads(print_problems([problem], folder, "json"))
    assert f"{told['message']} {told['hint']}".strip() == expected

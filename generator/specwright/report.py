"""Problems as text: for people, for programs, and for the code review of a forge.

In: problems, and the folder that their files are named from. Out: one text, sorted by file, place and code,
without repeats. Lines are looked up here, once for each file, because no stage before needs them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from specwright.load import find_positions
from specwright.problems import Position, Problem, Severity
from specwright.signs import as_line

__all__ = ["Style", "annotation", "print_problems"]

Style = Literal["text", "json", "sarif", "github"]

_ENDS = (".", "!", "?", "…")
# What a forge calls them.
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, slots=True)
class _Line:
    """A problem and where to find it; no position if the file cannot be read."""

    problem: Problem
    position: Position | None

    @property
    def order(self) -> tuple[str, Position, str, str]:
        return (self.problem.origin.file, self.position or Position(0, 0), self.problem.code, self.problem.message)


def print_problems(problems: Iterable[Problem], root: Path, style: Style) -> str:
    """Print problems in a style, each line ended; nothing for no problems in `text` and `github`."""
    return _STYLES[style](_located(problems, root))


def _located(problems: Iterable[Problem], root: Path) -> list[_Line]:
    by_file: dict[str, list[Problem]] = {}
    for problem in dict.fromkeys(map(_ended, problems)):
        by_file.setdefault(problem.origin.file, []).append(problem)
    lines: list[_Line] = []
    for file, its in by_file.items():
        pointers = [problem.origin.pointer for problem in its if problem.position is None]
        positions = find_positions(root / file, pointers) if pointers else {}
        lines += (_Line(problem, problem.position or positions.get(problem.origin.pointer)) for problem in its)
    return sorted(lines, key=lambda line: line.order)


def _ended(problem: Problem) -> Problem:
    """The same with whole sentences: a message and a remedy that run into each other are hard to read."""
    message, hint = (
        text if not text or text.endswith(_ENDS) else f"{text}." for text in (problem.message, problem.hint)
    )
    return replace(problem, message=message, hint=hint)


def _sentence(problem: Problem) -> str:
    return as_line(f"{problem.message} {problem.hint}".strip())


def _text(lines: list[_Line]) -> str:
    return "".join(f"{_text_line(line)}\n" for line in lines)


def _text_line(line: _Line) -> str:
    place = f":{line.position.line}:{line.position.column}" if line.position else ""
    kind = "" if line.problem.severity == "error" else f"{line.problem.severity}: "
    return f"{line.problem.origin.file}{place}: {kind}{line.problem.code}: {_sentence(line.problem)}"


def _json(lines: list[_Line]) -> str:
    return _dumped(
        [
            {
                "file": line.problem.origin.file,
                "line": line.position.line if line.position else None,
                "column": line.position.column if line.position else None,
                "pointer": line.problem.origin.pointer,
                "severity": line.problem.severity,
                "code": line.problem.code,
                "message": line.problem.message,
                "hint": line.problem.hint,
            }
            for line in lines
        ]
    )


def _sarif(lines: list[_Line]) -> str:
    codes = sorted({line.problem.code for line in lines})
    driver = {"name": "specwright", "rules": [{"id": code} for code in codes]}
    results = [_sarif_result(line) for line in lines]
    return _dumped({"$schema": _SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]})


def _sarif_result(line: _Line) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(line.problem.origin.file)}}
    if line.position:
        physical["region"] = {"startLine": line.position.line, "startColumn": line.position.column}
    return {
        "ruleId": line.problem.code,
        "level": line.problem.severity,
        "message": {"text": _sentence(line.problem)},
        "locations": [
            {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": line.problem.origin.pointer}]}
        ],
    }


def _github(lines: list[_Line]) -> str:
    """Commands of GitHub workflows; their own separators are escaped as that format asks."""
    return "".join(f"{_github_line(line)}\n" for line in lines)


def _github_line(line: _Line) -> str:
    problem = line.problem
    command = _COMMANDS[problem.severity]
    return annotation(command, problem.origin.file, line.position, problem.code, _sentence(problem))


def annotation(command: str, file: str | None, position: Position | None, title: str, text: str) -> str:
    """One such command; without a file it is about the run."""
    named = "" if file is None else f"file={_escaped(file).replace(':', '%3A').replace(',', '%2C')},"
    place = f"line={position.line},col={position.column}," if position else ""
    return f"::{command} {named}{place}title={title}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _dumped(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


_STYLES: dict[Style, Callable[[list[_Line]], str]] = {"text": _text, "json": _json, "sarif": _sarif, "github": _github}

"""What every stage says when something is wrong: where, what, and what to do.

In: nothing. Out: `Problem` values, and `Refused` to carry a stage's whole list out at once.

Why an `Origin` and not a line: a stage knows the place in the document's tree (a JSON pointer), and the line is looked
up again only when a problem is printed. A syntax error has no tree yet, so it brings its `Position` itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

__all__ = ["Origin", "Position", "Problem", "Refused", "Severity", "has_errors"]

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a document: the file as the user names it, and a JSON pointer (`""` is the whole document)."""

    file: str
    pointer: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix, with its place, a stable code in kebab-case, a sentence, and a remedy."""

    code: str
    origin: Origin
    message: str
    hint: str = ""
    severity: Severity = "error"
    position: Position | None = None


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A stage declines its input; `problems` is everything it found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of these problems stops the run."""
    return any(problem.severity == "error" for problem in problems)

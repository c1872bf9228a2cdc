"""Problems of a text that has no tree yet: each carries its own line and column.

In: the shown name of a file and where in its text the fault is. Out: `Problem` values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specwright.problems import Origin, Position, Problem

__all__ = ["Mistake", "at_offset", "duplicate_key", "fault", "has_a_reading"]

_DUPLICATE_KEY = "duplicate-key"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Where a text stops making sense, a sentence and a remedy."""

    position: Position
    message: str
    hint: str = ""


def fault(file: str, position: Position | None, code: str, message: str, hint: str = "") -> Problem:
    """Give a problem of the file's text."""
    return Problem(code, Origin(file), message, hint, position=position)


def duplicate_key(file: str, key: str, position: Position, first: Position) -> Problem:
    """Give the problem of a key that its mapping already has."""
    message = f'"{key}" stands twice in one mapping, first at {first.line}:{first.column}.'
    return fault(file, position, _DUPLICATE_KEY, message, "Keep one of the two.")


def has_a_reading(problems: Iterable[Problem]) -> bool:
    """Whether the text still says something, for the run to go on and find what else is wrong."""
    return all(problem.code == _DUPLICATE_KEY for problem in problems)


def at_offset(text: str, offset: int) -> Position:
    """Turn a character offset into a line and a column."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

"""Problems of a text that has no tree yet: each carries its own line and column.

In: the shown name of a file and where in its text the fault is. Out: `Problem` values.
"""

from __future__ import annotations

from specwright.problems import Origin, Position, Problem

__all__ = ["at_offset", "duplicate_key", "fault"]


def fault(file: str, position: Position | None, code: str, message: str, hint: str = "") -> Problem:
    """Give a problem of the file's text."""
    return Problem(code, Origin(file), message, hint, position=position)


def duplicate_key(file: str, key: str, position: Position, first: Position) -> Problem:
    """Give the problem of a key that its mapping already has."""
    message = f'"{key}" stands twice in one mapping, first at {first.line}:{first.column}.'
    return fault(file, position, "duplicate-key", message, "Keep one of the two.")


def at_offset(text: str, offset: int) -> Position:
    """Turn a character offset into a line and a column."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

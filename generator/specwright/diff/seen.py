"""Seen: which properties a request or an answer has at all.

In: a property and the way it travels. Out: whether it is there, and whether it has to be.
"""

from __future__ import annotations

from specwright.diff.pairs import Direction
from specwright.ir import Field

__all__ = ["is_asked", "is_seen"]


def is_seen(field: Field | None, direction: Direction) -> bool:
    """Whether it travels this way: `readOnly` is never sent, `writeOnly` never answered."""
    if field is None:
        return False
    return not (field.read_only if direction == "request" else field.write_only)


def is_asked(field: Field | None, direction: Direction) -> bool:
    """Whether it has to be there."""
    return field is not None and field.required and is_seen(field, direction)

"""Actions: what an overlay does to a document, each with its reason.

In: nothing. Out: the two kinds of action, and the plain data that they are in a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from specwright.load import Json

__all__ = ["Action", "Actions", "Removal", "Update", "as_data"]


@dataclass(frozen=True, slots=True)
class Update:
    """A value that is merged into what the target selects; a selected list takes it as one more item."""

    target: str
    reason: str
    value: Json


@dataclass(frozen=True, slots=True)
class Removal:
    """What the target selects goes."""

    target: str
    reason: str


Action: TypeAlias = Update | Removal
Actions: TypeAlias = tuple[Action, ...]


def as_data(action: Action) -> dict[str, Json]:
    """The action as it stands in a file."""
    said: dict[str, Json] = {"target": action.target, "description": action.reason}
    return {**said, "update": action.value} if isinstance(action, Update) else {**said, "remove": True}

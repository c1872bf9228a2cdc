"""Causes: why a path of the output differs, as values.

In: nothing. Out: `Cause`, and `Because`, which a check asks for the causes of one path.

Why a place and a position: a cause in a document has a pointer, whose line is looked up when it is printed; one in a
setting has its line at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.problems import Origin, Position

__all__ = ["Because", "Cause", "CauseKind"]

CauseKind = Literal[
    "spec", "reference", "overlay", "catalogue", "changes", "template", "config", "names", "tool", "hand", "ends",
    "foreign", "run",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason, as the end of a sentence; `origin` is where it stands, if it stands in a file of the user's."""

    kind: CauseKind
    text: str
    origin: Origin | None = None
    position: Position | None = None


Because: TypeAlias = Callable[[str], tuple[Cause, ...]]
"""The causes of a path among the inputs of a run: each by itself may be the reason where there are several."""

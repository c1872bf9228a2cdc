"""What stands at a path of steps: a thing of some kind, or a field of one.

In: the steps from the top of a document. Out: the deepest thing on the way, and the steps that are left below it.
"""

from __future__ import annotations

from specwright.validate.fields import FIELDS, Kind, Many

__all__ = ["position_of"]


def position_of(path: tuple[str | int, ...]) -> tuple[Kind, tuple[str | int, ...]]:
    """Walk down by position, never by what a name looks like: a property may be called `title`."""
    kind: Kind = "document"
    rest = path
    while rest and (step := _step(kind, rest)):
        kind, rest = step[0], rest[step[1] :]
    return kind, rest


def _step(kind: Kind, rest: tuple[str | int, ...]) -> tuple[Kind, int] | None:
    """The thing that the next steps lead to, and how many they are."""
    if kind == "callback":
        return "path item", 1
    if rest[0] not in FIELDS[kind]:
        return None
    many, below = FIELDS[kind][str(rest[0])]
    if many is Many.ONE or (many is Many.ONE_OR_LIST and not isinstance(rest[min(1, len(rest) - 1)], int)):
        return below, 1
    return (below, 2) if len(rest) > 1 else None

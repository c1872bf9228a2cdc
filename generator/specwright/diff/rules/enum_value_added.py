"""An enum has one more value."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import rule, widened
from specwright.ir import Enum

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Enum() as old, Enum() as new:
            for value in sorted(set(new.values) - set(old.values)):
                yield Finding(f"The value `{value}` of {pair.place.text} is new.", value)
        case _:
            pass


RULE = rule("enum-value-added", "an enum has one value more", widened(), ShapePair, _look)

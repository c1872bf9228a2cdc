"""An object has no properties beyond those that it names."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import narrowed, rule
from specwright.ir import Object, Scalar

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Object() as old, Object() as new if new.extra == Scalar("never") != old.extra:
            yield Finding(f"{pair.place.start} has no further properties any more.")
        case _:
            pass


RULE = rule("object-closed", "an object may not have further properties", narrowed(), ShapePair, _look)

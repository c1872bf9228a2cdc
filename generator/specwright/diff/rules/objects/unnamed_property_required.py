"""An object needs a property that it says nothing else of, or needs it no more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule
from specwright.ir import Object

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Object() as old, Object() as new:
            for name in sorted(set(new.required) - set(old.required)):
                yield Finding(f"{pair.place.start} needs a property {code(name)} now.", name)
        case _:
            pass


RULE = rule("unnamed-property-required", "an object needs a further property", narrowed(), ShapePair, _look)

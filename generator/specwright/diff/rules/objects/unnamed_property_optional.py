"""An object does without a property that it says nothing else of."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import rule, widened
from specwright.ir import Object

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Object() as old, Object() as new:
            named = {each.name for each in new.fields}
            for name in sorted(set(old.required) - set(new.required) - named):
                yield Finding(f"{pair.place.start} does without a property {code(name)} now.", name)
        case _:
            pass


RULE = rule("unnamed-property-optional", "an object does without a further property", widened(), ShapePair, _look)

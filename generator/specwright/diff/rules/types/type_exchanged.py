"""At a place stands another named type, while the old one is still there."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.belongings import is_renamed
from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.ir import Ref

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Ref() as old, Ref() as new:
            was, now = pair.sides.old.names.types[old.target], pair.sides.new.names.types[new.target]
            models = pair.sides.old.models[old.target], pair.sides.new.models[new.target]
            if was != now and not is_renamed(pair.sides, *models):
                effect = retyped(f"models.{was}", f"models.{now}", breaks=True)
                yield Finding(f"{pair.place.start} is {code(now)} now, not {code(was)}.", effect=effect)
        case _:
            pass


RULE = rule("type-exchanged", "another named type stands at a place", always("internal"), ShapePair, _look)

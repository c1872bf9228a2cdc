"""A list by place may have items where it had none."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.ruling import rule, widened
from specwright.diff.wording import count
from specwright.ir import Scalar, TupleOf

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case TupleOf() as old, TupleOf() as new if old.rest == Scalar("never"):
            if new.rest != old.rest or len(new.items) > len(old.items):
                effect = retyped(*types_of(pair), breaks=pair.direction == "response")
                yield Finding(
                    f"{pair.place.start} may have more than {count(len(old.items), 'item')} now.", effect=effect
                )
        case _:
            pass


RULE = rule("tuple-lengthened", "a list by place may be longer", widened(), ShapePair, _look)

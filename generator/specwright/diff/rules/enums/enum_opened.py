"""An enum takes any value of its type."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.ruling import rule, widened
from specwright.diff.wording import listed, shown
from specwright.ir import Enum, Scalar

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Enum() as old, Scalar() as new if new.type in (old.type, "any"):
            values = listed(map(shown, old.values))
            sentence = f"{pair.place.start} may be any value now, not only {values}."
            effect = retyped(*types_of(pair), breaks=True)
            yield Finding(sentence, effect=effect)
        case _:
            pass


RULE = rule("enum-opened", "an enum or a constant takes any value", widened(), ShapePair, _look)

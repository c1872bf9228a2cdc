"""A value is one of a list."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule
from specwright.diff.wording import listed, shown
from specwright.ir import Enum, Scalar

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Scalar() as old, Enum() as new if old.type in (new.type, "any"):
            is_one = len(new.values) == 1
            told = f"always {code(shown(new.values[0]))}" if is_one else f"one of {listed(map(shown, new.values))}"
            effect = retyped(*types_of(pair), breaks=is_one and pair.direction == "request")
            yield Finding(f"{pair.place.start} is {told} now.", effect=effect)
        case _:
            pass


RULE = rule("enum-closed", "a value is one of a list, or a constant", narrowed(), ShapePair, _look)

"""A value's type holds the old one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.places import code
from specwright.diff.ruling import rule, widened
from specwright.diff.values import kind_of_value
from specwright.diff.widening import type_step
from specwright.ir import Shape, Union

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and not any(isinstance(side.shape, Union) for side in pair.both):
        old, new = (side.shape for side in pair.both)
        if type_step(old, new, as_text=pair.as_text) == "widened":
            effect = retyped(*types_of(pair), breaks=pair.as_text or pair.direction == "response")
            told = f"{_called(new)} now, not only {_called(old)}"
            yield Finding(f"{pair.place.start} may be {told}.", effect=effect)


def _called(shape: Shape) -> str:
    kind = kind_of_value(shape)
    return "anything" if kind == "any" else code(kind)


RULE = rule("type-widened", "a value has a wider type", widened(), ShapePair, _look)

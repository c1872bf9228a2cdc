"""The old type of a value holds the new one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule
from specwright.diff.values import kind_of_value
from specwright.diff.widening import type_step
from specwright.ir import Shape, Union

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and not any(isinstance(side.shape, Union) for side in pair.both):
        old, new = (side.shape for side in pair.both)
        if type_step(old, new, as_text=pair.as_text) == "narrowed":
            effect = retyped(*types_of(pair), breaks=pair.direction == "request")
            told = f"{code(kind_of_value(new))} now, no more {_called(old)}"
            yield Finding(f"{pair.place.start} is {told}.", effect=effect)


def _called(shape: Shape) -> str:
    kind = kind_of_value(shape)
    return "anything" if kind == "any" else f"any {code(kind)}"


RULE = rule("type-narrowed", "a value has a narrower type", narrowed(), ShapePair, _look)

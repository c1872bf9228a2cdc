"""A value is of another type."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.values import kind_of_value
from specwright.diff.widening import type_step
from specwright.ir import Union

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and not any(isinstance(side.shape, Union) for side in pair.both):
        old, new = (side.shape for side in pair.both)
        if type_step(old, new, as_text=pair.as_text) == "changed":
            told = f"{code(kind_of_value(new))} now, not {code(kind_of_value(old))}"
            yield Finding(f"{pair.place.start} is {told}.", effect=retyped(*types_of(pair), breaks=True))


RULE = rule("type-changed", "a value has another type", always("breaking"), ShapePair, _look)

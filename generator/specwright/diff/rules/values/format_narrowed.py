"""The old format of a value holds the new one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule
from specwright.diff.widening import format_step, known_format

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and format_step(*(side.shape for side in pair.both)) == "narrowed":
        old, new = (known_format(side.shape) for side in pair.both)
        told = f"{code(new)} now, not {code(old)}" if old else f"{code(new)} now"
        effect = retyped(*types_of(pair), breaks=True)
        yield Finding(f"{pair.place.start} has the format {told}.", effect=effect)


RULE = rule("format-narrowed", "a value has a narrower format", narrowed(), ShapePair, _look)

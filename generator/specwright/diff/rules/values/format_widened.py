"""A value's format holds the old one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.places import code
from specwright.diff.ruling import rule, widened
from specwright.diff.widening import format_step, known_format

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and format_step(*(side.shape for side in pair.both)) == "widened":
        old, new = (known_format(side.shape) for side in pair.both)
        told = f"has the format {code(new)} now, not {code(old)}" if new else f"has the format {code(old)} no more"
        effect = retyped(*types_of(pair), breaks=True)
        yield Finding(f"{pair.place.start} {told}.", effect=effect)


RULE = rule("format-widened", "a value has a wider format, or none", widened(), ShapePair, _look)

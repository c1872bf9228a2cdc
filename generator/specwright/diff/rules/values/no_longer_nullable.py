"""A value may not be `null` any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and pair.both[0].nullable and not pair.both[1].nullable:
        effect = retyped(*types_of(pair), breaks=pair.direction == "request")
        yield Finding(f"{pair.place.start} may not be `null` any more.", effect=effect)


RULE = rule("no-longer-nullable", "a value may not be null any more", narrowed(), ShapePair, _look)

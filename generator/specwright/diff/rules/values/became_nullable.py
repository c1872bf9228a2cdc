"""A value may be `null`."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.ruling import rule, widened

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and pair.both[1].nullable and not pair.both[0].nullable:
        effect = retyped(*types_of(pair), breaks=pair.direction == "response")
        yield Finding(f"{pair.place.start} may be `null` now.", effect=effect)


RULE = rule("became-nullable", "a value may be null now", widened(), ShapePair, _look)

"""The SDK fills a property in by itself, or does so no more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import required
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import class_of
from specwright.diff.ruling import always, rule
from specwright.python.members import fills_itself

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].implied != pair.both[1].implied:
        if pair.both[1].implied:
            yield Finding(f"The property {pair.place.text} has one value only, which the SDK fills in.")
        else:
            effect = NOTHING if fills_itself(pair.both[1]) else required(*class_of(pair))
            yield Finding(f"The property {pair.place.text} is not filled in by the SDK any more.", effect=effect)


RULE = rule("property-filled", "the SDK fills in a property, or no more", always("internal"), FieldPair, _look)

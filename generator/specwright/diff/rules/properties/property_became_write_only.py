"""A property is sent and never answered."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import attribute_of
from specwright.diff.places import code
from specwright.diff.ruling import rule, travelling

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].write_only and not pair.both[0].write_only:
        name = attribute_of(pair, pair.sides.new)
        breaks = pair.direction == "response"
        effect = behaviour(f"{code(name)} of an answer is `None`.", breaks=True) if name and breaks else NOTHING
        sentence = f"The property {pair.place.text} is write-only now: it is sent and never answered."
        yield Finding(sentence, effect=effect)


RULE = rule(
    "property-became-write-only",
    "a property is sent and never answered now",
    travelling("docs", "breaking"),
    FieldPair,
    _look,
)

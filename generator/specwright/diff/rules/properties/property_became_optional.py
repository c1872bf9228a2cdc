"""A property may be left out, or may be missing in an answer."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import attribute_of, class_of
from specwright.diff.places import code
from specwright.diff.ruling import rule, widened
from specwright.diff.seen import is_asked

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and is_asked(pair.old, pair.direction) and pair.both[0].required and not pair.both[1].required:
        told = "be left out" if pair.direction == "request" else "be missing"
        yield Finding(f"The property {pair.place.text} may {told} now.", effect=_effect(pair))


def _effect(pair: FieldPair) -> Effect:
    name = attribute_of(pair, pair.sides.new)
    if not name:
        return NOTHING
    if pair.direction == "request":
        return behaviour(f"{code(class_of(pair)[0])} does without {code(class_of(pair)[1])}.")
    return Effect("retyped", f"{code(name)} may be `None` now.", breaks=True)


RULE = rule("property-became-optional", "a property is optional now", widened(), FieldPair, _look)

"""A property has to be sent, or is always answered."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import required
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import attribute_of, class_of
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule
from specwright.diff.seen import is_asked
from specwright.ir import Field
from specwright.python.members import fills_itself

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and is_asked(pair.new, pair.direction) and not is_asked(pair.old, pair.direction):
        told = "has to be sent" if pair.direction == "request" else "is always there"
        yield Finding(f"The property {pair.place.text} {told} now.", effect=_effect(pair, pair.both[1]))


def _effect(pair: FieldPair, field: Field) -> Effect:
    if pair.direction == "request":
        return NOTHING if fills_itself(field) else required(*class_of(pair))
    name = attribute_of(pair, pair.sides.new)
    return Effect("retyped", f"{code(name)} is never missing now.") if name else NOTHING


RULE = rule("property-became-required", "a property is required now", narrowed(), FieldPair, _look)

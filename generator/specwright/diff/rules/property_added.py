"""An object has one more property that may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import added, field_of
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    is_asked_for = pair.come and pair.come.required and pair.direction == "request"
    if pair.come and not is_asked_for:
        yield Finding(f"The property {pair.place.text} is new.", effect=added(field_of(pair, pair.sides.new)))


RULE = rule("property-added", "an object has one more property", always("additive"), FieldPair, _look)

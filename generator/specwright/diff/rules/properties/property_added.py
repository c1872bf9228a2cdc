"""An object has one more property that may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import added
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import attribute_of
from specwright.diff.ruling import always, rule
from specwright.diff.seen import is_asked, is_seen

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if is_seen(pair.come, pair.direction) and not (pair.direction == "request" and is_asked(pair.come, "request")):
        yield Finding(f"The property {pair.place.text} is new.", effect=added(attribute_of(pair, pair.sides.new)))


RULE = rule("property-added", "an object has one more property", always("additive"), FieldPair, _look)

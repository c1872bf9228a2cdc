"""A property of an object is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import attribute_of
from specwright.diff.ruling import always, rule
from specwright.diff.seen import is_seen

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.gone and not pair.gone.deprecated and is_seen(pair.gone, pair.direction):
        yield Finding(f"The property {pair.place.text} is gone.", effect=removed(attribute_of(pair, pair.sides.old)))


RULE = rule("property-removed", "a property of an object is gone", always("breaking"), FieldPair, _look)

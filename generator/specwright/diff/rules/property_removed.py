"""A property of an object is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import field_of, removed
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.gone:
        yield Finding(f"The property {pair.place.text} is gone.", effect=removed(field_of(pair, pair.sides.old)))


RULE = rule("property-removed", "a property of an object is gone", always("breaking"), FieldPair, _look)

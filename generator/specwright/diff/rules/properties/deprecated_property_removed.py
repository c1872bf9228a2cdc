"""A property is gone that was deprecated before."""

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
    if pair.gone and pair.gone.deprecated and is_seen(pair.gone, pair.direction):
        effect = removed(attribute_of(pair, pair.sides.old))
        yield Finding(f"The property {pair.place.text} is gone. It was deprecated.", effect=effect)


RULE = rule(
    "deprecated-property-removed", "a property is gone that was deprecated", always("breaking"), FieldPair, _look
)

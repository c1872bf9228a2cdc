"""What a value is that the discriminator does not list is told otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.choosing import discriminators, rest_of
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    old, new = discriminators(pair)
    if old and new and rest_of(pair.sides.old, old) != rest_of(pair.sides.new, new):
        yield Finding(f"What {pair.place.text} is, where {code(new.property)} is not listed, is told otherwise.")


RULE = rule("discriminator-rest-changed", "what an unlisted value tells changed", always("internal"), ShapePair, _look)

"""Another property tells the branches of a choice apart."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.choosing import discriminators
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    old, new = discriminators(pair)
    if old and new and old.property != new.property:
        sentence = f"What {pair.place.text} is tells the property {code(new.property)} now, not {code(old.property)}."
        yield Finding(sentence)


RULE = rule("discriminator-moved", "another property tells branches apart", always("breaking"), ShapePair, _look)

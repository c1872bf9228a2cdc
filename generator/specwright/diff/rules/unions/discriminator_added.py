"""A property tells the branches of a choice apart."""

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
    if new and not old:
        yield Finding(f"The property {code(new.property)} tells now what {pair.place.text} is.", new.property)


RULE = rule("discriminator-added", "a property tells branches apart now", always("internal"), ShapePair, _look)

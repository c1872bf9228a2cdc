"""No property tells the branches of a choice apart any more."""

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
    if old and not new:
        yield Finding(f"The property {code(old.property)} tells no more what {pair.place.text} is.", old.property)


RULE = rule("discriminator-removed", "no property tells branches apart any more", always("internal"), ShapePair, _look)

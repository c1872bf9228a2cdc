"""A value of the property that tells branches apart is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.choosing import meanings
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule
from specwright.diff.wording import listed, shown

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    old, new = meanings(pair)
    for value in sorted(old.keys() - new.keys()) if new else ():
        sentence = f"{code(shown(value))} tells no more that {pair.place.text} is {listed(old[value])}."
        yield Finding(sentence, value)


RULE = rule("discriminator-value-removed", "a value tells of no branch any more", narrowed(), ShapePair, _look)

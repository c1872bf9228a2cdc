"""A value of the property that tells branches apart is new."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.choosing import meanings
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import rule, widened
from specwright.diff.wording import listed, shown

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    old, new = meanings(pair)
    for value in sorted(new.keys() - old.keys()) if old else ():
        sentence = f"{code(shown(value))} tells now that {pair.place.text} is {listed(new[value])}."
        yield Finding(sentence, value)


RULE = rule("discriminator-value-added", "a value tells of a branch now", widened(), ShapePair, _look)

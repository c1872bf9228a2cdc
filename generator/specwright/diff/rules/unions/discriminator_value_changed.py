"""A value of the property that tells branches apart tells of another branch."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.choosing import meanings
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import listed, shown

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    old, new = meanings(pair)
    for value in sorted(old.keys() & new.keys()):
        if old[value] != new[value]:
            told = f"{pair.place.text} is {listed(new[value])} now, not {listed(old[value])}"
            yield Finding(f"{code(shown(value))} tells that {told}.", value)


RULE = rule("discriminator-value-changed", "a value tells of another branch", always("breaking"), ShapePair, _look)

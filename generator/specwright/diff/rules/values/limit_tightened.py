"""A value is held within closer limits."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.bounds import effect_of, moved, said
from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    for each in moved(pair):
        if each.step == "narrowed":
            yield Finding(said(each, pair.place.text), each.keyword, effect_of(each, pair))


RULE = rule("limit-tightened", "a limit of a value is closer", narrowed(), ShapePair, _look)

"""A value is held within wider limits."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.bounds import moved, said
from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import rule, widened

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    for each in moved(pair):
        if each.step == "widened":
            yield Finding(said(each, pair.place.text), each.keyword)


RULE = rule("limit-loosened", "a limit of a value is wider", widened(), ShapePair, _look)

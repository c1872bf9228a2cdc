"""A list does not say by place what its items are any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.ruling import always, rule
from specwright.ir import ListOf, TupleOf

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case TupleOf(), ListOf():
            effect = retyped(*types_of(pair), breaks=True)
            yield Finding(f"{pair.place.start} is a list of any length now, its items alike.", effect=effect)
        case _:
            pass


RULE = rule(
    "tuple-became-list", "a list says no more by place what its items are", always("breaking"), ShapePair, _look
)

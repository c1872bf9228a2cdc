"""A list says by place what its items are."""

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
        case ListOf(), TupleOf():
            effect = retyped(*types_of(pair), breaks=True)
            yield Finding(f"{pair.place.start} is a list whose items differ by place now.", effect=effect)
        case _:
            pass


RULE = rule("list-became-tuple", "a list says by place what its items are", always("breaking"), ShapePair, _look)

"""The only value that there may be is another one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.ruling import always, rule
from specwright.diff.wording import was_and_is
from specwright.ir import Enum

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Enum() as old, Enum() as new if old.type == new.type and len(old.values + new.values) == 2:
            if old.values != new.values:
                effect = retyped(*types_of(pair), breaks=True)
                yield Finding(f"{pair.place.start} {was_and_is(old.values[0], new.values[0])}.", effect=effect)
        case _:
            pass


RULE = rule("constant-changed", "a constant is another one", always("breaking"), ShapePair, _look)

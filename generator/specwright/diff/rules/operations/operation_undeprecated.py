"""An operation may be used again."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import behaviour, call_of
from specwright.diff.pairs import OperationPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].deprecated and not pair.both[1].deprecated:
        called = call_of(pair.sides.new, pair.both[1])
        effect = behaviour(f"Type checkers mark {code(called)} as deprecated no more.") if called else NOTHING
        yield Finding(f"{pair.place.start} is deprecated no more.", effect=effect)


RULE = rule("operation-undeprecated", "an operation is deprecated no more", always("docs"), OperationPair, _look)

"""An operation is to be used no more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import behaviour, call_of
from specwright.diff.pairs import OperationPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].deprecated and not pair.both[0].deprecated:
        called = call_of(pair.sides.new, pair.both[1])
        effect = behaviour(f"Type checkers mark {code(called)} as deprecated.") if called else NOTHING
        yield Finding(f"{pair.place.start} is deprecated.", effect=effect)


RULE = rule("operation-deprecated", "an operation is deprecated now", always("additive"), OperationPair, _look)

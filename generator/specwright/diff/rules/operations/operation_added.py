"""An operation is new."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import added, call_of
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.come:
        yield Finding(f"{pair.place.start} is new.", effect=added(call_of(pair.sides.new, pair.come)))


RULE = rule("operation-added", "an operation is new", always("additive"), OperationPair, _look)

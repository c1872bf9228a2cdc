"""The SDK calls an operation by another name, though the operation is the same."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import call_of, renamed
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both:
        old, new = call_of(pair.sides.old, pair.both[0]), call_of(pair.sides.new, pair.both[1])
        if old != new:
            yield Finding(f"{pair.place.start} has another name in the SDK.", effect=renamed(old, new))


RULE = rule("method-renamed", "an operation has another name in the SDK", always("internal"), OperationPair, _look)

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
            before = pair.sides.new.names.former.operations.get(pair.both[1].key, ())
            name = pair.sides.old.names.operations[pair.both[0].key].dotted
            effect = renamed(old, new, before, name)
            yield Finding(f"{pair.place.start} has another name in the SDK.", effect=effect)


RULE = rule("method-renamed", "an operation has another name in the SDK", always("internal"), OperationPair, _look)

"""A property that was only answered may be sent."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import rule, travelling

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].read_only and not pair.both[1].read_only:
        yield Finding(f"The property {pair.place.text} is not read-only any more: it may be sent.")


RULE = rule(
    "property-became-writable",
    "a property that was read-only may be sent",
    travelling("additive", "docs"),
    FieldPair,
    _look,
)

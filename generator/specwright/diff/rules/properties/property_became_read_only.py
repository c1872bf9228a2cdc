"""A property is answered and never sent."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import rule, travelling

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].read_only and not pair.both[0].read_only:
        yield Finding(f"The property {pair.place.text} is read-only now: it is answered and never sent.")


RULE = rule(
    "property-became-read-only",
    "a property is answered and never sent now",
    travelling("breaking", "docs"),
    FieldPair,
    _look,
)

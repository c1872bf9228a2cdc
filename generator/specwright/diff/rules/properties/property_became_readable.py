"""A property that was only sent is answered too."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import rule, travelling

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].write_only and not pair.both[1].write_only:
        yield Finding(f"The property {pair.place.text} is not write-only any more: it is answered too.")


RULE = rule(
    "property-became-readable",
    "a property that was write-only is answered",
    travelling("docs", "additive"),
    FieldPair,
    _look,
)

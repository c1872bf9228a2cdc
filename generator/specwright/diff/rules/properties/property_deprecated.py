"""A property is to be used no more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].deprecated and not pair.both[0].deprecated:
        yield Finding(f"The property {pair.place.text} is deprecated.", effect=documented())


RULE = rule("property-deprecated", "a property is deprecated now", always("additive"), FieldPair, _look)

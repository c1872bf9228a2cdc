"""The description or the example of a property reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    return reworded(pair, "description", "example")


RULE = rule("property-described", "the description or example of a property changed", always("docs"), FieldPair, _look)

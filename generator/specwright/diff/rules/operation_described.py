"""The summary or the description of an operation reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both:
        for what in ("summary", "description"):
            if getattr(pair.both[0], what) != getattr(pair.both[1], what):
                yield Finding(f"The {what} of {pair.place.text} reads differently.", what, documented())


RULE = rule(
    "operation-described", "the summary or description of an operation changed", always("docs"), OperationPair, _look
)

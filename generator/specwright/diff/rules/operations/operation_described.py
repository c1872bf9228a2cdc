"""The summary or the description of an operation reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    return reworded(pair, "summary", "description")


RULE = rule(
    "operation-described", "the summary or description of an operation changed", always("docs"), OperationPair, _look
)

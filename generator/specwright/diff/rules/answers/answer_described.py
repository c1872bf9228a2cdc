"""The description of an answer reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ResponsePair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: ResponsePair) -> Iterator[Finding]:
    return reworded(pair, "description")


RULE = rule("answer-described", "the description of an answer changed", always("docs"), ResponsePair, _look)

"""The example of a body or an answer is another one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ContentPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: ContentPair) -> Iterator[Finding]:
    return reworded(pair, "example")


RULE = rule("media-type-described", "the example of a body or answer changed", always("docs"), ContentPair, _look)

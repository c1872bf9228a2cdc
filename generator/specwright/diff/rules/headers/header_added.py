"""An answer has one more header."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: HeaderPair) -> Iterator[Finding]:
    if pair.come:
        yield Finding(f"{pair.place.start} is new.")


RULE = rule("header-added", "an answer has one more header", always("additive"), HeaderPair, _look)

"""A header of an answer is to be read no more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: HeaderPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].deprecated and not pair.both[0].deprecated:
        yield Finding(f"{pair.place.start} is deprecated.")


RULE = rule("header-deprecated", "a header of an answer is deprecated now", always("additive"), HeaderPair, _look)

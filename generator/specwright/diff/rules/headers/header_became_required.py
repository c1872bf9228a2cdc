"""A header of an answer is always there."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: HeaderPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].required and not pair.both[0].required:
        yield Finding(f"{pair.place.start} is always there now.")


RULE = rule("header-became-required", "a header of an answer is always there", narrowed(), HeaderPair, _look)

"""A header of an answer may be missing."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.ruling import rule, widened

__all__ = ["RULE"]


def _look(pair: HeaderPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].required and not pair.both[1].required:
        yield Finding(f"{pair.place.start} may be missing now.")


RULE = rule("header-became-optional", "a header of an answer may be missing", widened(), HeaderPair, _look)

"""A header of an answer may be read again."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: HeaderPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].deprecated and not pair.both[1].deprecated:
        yield Finding(f"{pair.place.start} is deprecated no more.")


RULE = rule("header-undeprecated", "a header of an answer is deprecated no more", always("docs"), HeaderPair, _look)

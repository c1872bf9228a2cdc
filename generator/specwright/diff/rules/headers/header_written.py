"""A header of an answer is written in another way."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


_WAYS = (("explode", "explode"), ("media_type", "content"), ("style", "style"))


def _look(pair: HeaderPair) -> Iterator[Finding]:
    if pair.both:
        old, new = pair.both
        for name, keyword in _WAYS:
            if getattr(old, name) != getattr(new, name):
                yield Finding(f"{pair.place.start} is written in another way: {code(keyword)} differs.", keyword)


RULE = rule("header-written", "a header of an answer is written otherwise", always("breaking"), HeaderPair, _look)

"""A media type was a range that holds the new one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.matching import is_within
from specwright.diff.pairs import ContentPair
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: ContentPair) -> Iterator[Finding]:
    if pair.both and is_within(pair.both[1], pair.both[0]) and not is_within(*pair.both):
        yield Finding(f"{pair.place.start} is {code(pair.both[1].media_type)} and nothing else now.")


RULE = rule("media-type-narrowed", "a media type was a range", narrowed(), ContentPair, _look)

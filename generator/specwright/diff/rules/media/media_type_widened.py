"""A media type is a range now that holds the old one."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.matching import is_within
from specwright.diff.pairs import ContentPair
from specwright.diff.places import code
from specwright.diff.ruling import rule, widened

__all__ = ["RULE"]


def _look(pair: ContentPair) -> Iterator[Finding]:
    if pair.both and is_within(*pair.both) and not is_within(pair.both[1], pair.both[0]):
        yield Finding(f"{pair.place.start} may be any {code(pair.both[1].media_type)} now.")


RULE = rule("media-type-widened", "a media type is a range now", widened(), ContentPair, _look)

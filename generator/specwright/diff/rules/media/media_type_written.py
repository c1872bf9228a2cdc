"""A media type is the same but for its parameters."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ContentPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.media import plain

__all__ = ["RULE"]


def _look(pair: ContentPair) -> Iterator[Finding]:
    if pair.both and plain(pair.both[0].media_type) == plain(pair.both[1].media_type):
        old, new = (side.media_type for side in pair.both)
        if old != new:
            yield Finding(f"{pair.place.start} is written {code(new)} now.")


RULE = rule("media-type-written", "a media type has other parameters", always("internal"), ContentPair, _look)

"""An address is the same but for the version in it, or for what may be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ServerPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    if pair.both:
        old, new = (side.template or side.url for side in pair.both)
        if old != new:
            yield Finding(f"{pair.place.start} is {code(new)} now.")


RULE = rule("server-moved", "an address has another version in it", always("internal"), ServerPair, _look)

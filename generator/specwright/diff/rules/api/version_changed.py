"""The API says that it is another version."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ApiPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ApiPair) -> Iterator[Finding]:
    if pair.both:
        old, new = (side.api.version for side in pair.both)
        if old != new:
            yield Finding(f"The API's version is {code(new)} now, not {code(old)}.")


RULE = rule("version-changed", "the API has another version", always("internal"), ApiPair, _look)

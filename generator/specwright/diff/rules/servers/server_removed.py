"""The API is not at an address any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ServerPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    if pair.gone:
        yield Finding(f"{pair.place.start} is gone.")


RULE = rule("server-removed", "the API is not at an address any more", always("breaking"), ServerPair, _look)

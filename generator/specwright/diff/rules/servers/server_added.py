"""The API is at one more address."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ServerPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    if pair.come:
        yield Finding(f"{pair.place.start} is new.")


RULE = rule("server-added", "the API is at one more address", always("additive"), ServerPair, _look)

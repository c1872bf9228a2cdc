"""A header of an answer is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: HeaderPair) -> Iterator[Finding]:
    if pair.gone:
        yield Finding(f"{pair.place.start} is gone.")


RULE = rule("header-removed", "a header of an answer is gone", always("breaking"), HeaderPair, _look)

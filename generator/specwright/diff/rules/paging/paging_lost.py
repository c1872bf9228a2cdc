"""The SDK cannot go through the pages of a listing any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import OperationPair
from specwright.diff.parts import pager_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].paging and not pair.both[1].paging:
        effect = removed(pager_of(pair.sides.old, pair.both[0]))
        yield Finding(f"{pair.place.start} cannot be read page by page any more.", effect=effect)


RULE = rule("paging-lost", "the pages of a listing cannot be turned any more", always("breaking"), OperationPair, _look)

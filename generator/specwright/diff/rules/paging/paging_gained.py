"""The SDK can go through all pages of a listing."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import added
from specwright.diff.pairs import OperationPair
from specwright.diff.parts import pager_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].paging and not pair.both[0].paging:
        effect = added(pager_of(pair.sides.new, pair.both[1]))
        yield Finding(f"{pair.place.start} can be read page by page.", effect=effect)


RULE = rule("paging-gained", "the pages of a listing can be turned now", always("additive"), OperationPair, _look)

"""The pages of a listing are turned in another way."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import OperationPair
from specwright.diff.parts import pager_of
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import known_by

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].paging and pair.both[1].paging:
        was, now = pair.both[0].paging, pair.both[1].paging
        names = [name for name in ("turn", "ends", "items", "keyed") if getattr(was, name) != getattr(now, name)]
        if names:
            effect = behaviour(f"{code(pager_of(pair.sides.new, pair.both[1]))} turns pages the new way by itself.")
            yield Finding(f"The pages of {pair.place.text} are turned in another way.", known_by(names), effect)


RULE = rule("paging-changed", "the pages of a listing are turned otherwise", always("internal"), OperationPair, _look)

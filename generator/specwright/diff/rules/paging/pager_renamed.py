"""The call that goes through all pages has another name, though the plain call has not."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import call_of, renamed
from specwright.diff.pairs import OperationPair
from specwright.diff.parts import pager_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both and call_of(pair.sides.old, pair.both[0]) == call_of(pair.sides.new, pair.both[1]):
        old, new = pager_of(pair.sides.old, pair.both[0]), pager_of(pair.sides.new, pair.both[1])
        if old and new and old != new:
            sentence = f"The call for all pages of {pair.place.text} has another name in the SDK."
            before = pair.sides.new.names.former.pagers.get(pair.both[1].key, ())
            name = pair.sides.old.names.pagers[pair.both[0].key]
            yield Finding(sentence, effect=renamed(old, new, before, name))


RULE = rule("pager-renamed", "the call for all pages has another name", always("internal"), OperationPair, _look)

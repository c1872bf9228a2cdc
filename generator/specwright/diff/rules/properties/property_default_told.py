"""A default is told that was not, or not told any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import was_and_is

__all__ = ["RULE"]


#
# Why this is no change of what is sent: before or after, nobody said.
def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and (pair.both[0].default is None) != (pair.both[1].default is None):
        old, new = (side.default for side in pair.both)
        yield Finding(f"The default of {pair.place.text} {was_and_is(old, new)}.", effect=documented())


RULE = rule(
    "property-default-told", "a default of a property is told now, or no more", always("docs"), FieldPair, _look
)

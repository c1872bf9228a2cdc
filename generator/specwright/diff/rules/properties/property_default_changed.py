"""What an object without a property amounts to is another thing."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour, documented
from specwright.diff.pairs import FieldPair
from specwright.diff.ruling import rule, travelling
from specwright.diff.wording import was_and_is

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.both and None not in (pair.both[0].default, pair.both[1].default):
        old, new = (side.default for side in pair.both)
        if old != new:
            effect = behaviour("What is sent without it gets the new default.", breaks=True)
            found = effect if pair.direction == "request" else documented()
            yield Finding(f"The default of {pair.place.text} {was_and_is(old, new)}.", effect=found)


RULE = rule(
    "property-default-changed", "a property has another default", travelling("breaking", "docs"), FieldPair, _look
)

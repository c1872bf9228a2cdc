"""What a call without a parameter amounts to is another thing."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ParameterPair
from specwright.diff.ruling import rule, travelling
from specwright.diff.wording import was_and_is

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.both and None not in (pair.both[0].default, pair.both[1].default):
        old, new = (side.default for side in pair.both)
        if old != new:
            effect = behaviour("A call without it gets the new default.", breaks=pair.direction == "request")
            yield Finding(f"The default of {pair.place.text} {was_and_is(old, new)}.", effect=effect)


RULE = rule(
    "parameter-default-changed", "a parameter has another default", travelling("breaking", "docs"), ParameterPair, _look
)

"""An object that is sent needs one more property."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import required
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import class_of
from specwright.diff.ruling import always, rule
from specwright.diff.seen import is_asked
from specwright.python.members import fills_itself

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    if pair.come and pair.direction == "request" and is_asked(pair.come, "request"):
        effect = NOTHING if fills_itself(pair.come) else required(*class_of(pair))
        yield Finding(f"The property {pair.place.text} is new and required.", effect=effect)


RULE = rule(
    "required-property-added", "an object that is sent needs one more property", always("breaking"), FieldPair, _look
)

"""An operation takes a body that may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import call_of
from specwright.diff.pairs import BodyPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: BodyPair) -> Iterator[Finding]:
    if pair.come and not pair.come.required:
        call = call_of(pair.sides.new, pair.of.new) if pair.of.new else ""
        effect = Effect("added", f"{code(call)} takes a body.") if call else NOTHING
        yield Finding(f"{pair.place.start} is new.", effect=effect)


RULE = rule("body-added", "an operation takes a body", always("additive"), BodyPair, _look)

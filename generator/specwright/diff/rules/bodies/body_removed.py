"""An operation takes no body any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import call_of
from specwright.diff.pairs import BodyPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: BodyPair) -> Iterator[Finding]:
    if pair.gone:
        call = call_of(pair.sides.old, pair.of.old) if pair.of.old else ""
        effect = Effect("removed", f"{code(call)} takes no body.", breaks=True) if call else NOTHING
        yield Finding(f"{pair.place.start} is gone.", effect=effect)


RULE = rule("body-removed", "an operation takes no body any more", always("breaking"), BodyPair, _look)

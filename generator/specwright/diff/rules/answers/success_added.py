"""A good answer is new."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ResponsePair
from specwright.diff.parts import returned
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ResponsePair) -> Iterator[Finding]:
    if pair.come and pair.come.status[:1] == "2":
        yield Finding(f"{pair.place.start} is new.", effect=retyped(*returned(pair), breaks=True))


RULE = rule("success-added", "a good answer is new", always("additive"), ResponsePair, _look)

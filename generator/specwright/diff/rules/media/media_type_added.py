"""A body or an answer comes in one more media type."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ContentPair
from specwright.diff.parts import returned
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ContentPair) -> Iterator[Finding]:
    if pair.come:
        yield Finding(f"{pair.place.start} is new.", effect=retyped(*returned(pair), breaks=True))


RULE = rule("media-type-added", "a body or an answer has one more media type", always("additive"), ContentPair, _look)

"""A named type may be used again."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import ModelPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ModelPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].deprecated and not pair.both[1].deprecated:
        yield Finding(f"The type {pair.place.text} is deprecated no more.", effect=documented())


RULE = rule("type-undeprecated", "a named type is deprecated no more", always("docs"), ModelPair, _look)

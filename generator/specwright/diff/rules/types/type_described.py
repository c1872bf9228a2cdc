"""The description, the title or the example of a named type reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ModelPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: ModelPair) -> Iterator[Finding]:
    return reworded(pair, "title", "description", "example")


RULE = rule("type-described", "the description of a named type changed", always("docs"), ModelPair, _look)

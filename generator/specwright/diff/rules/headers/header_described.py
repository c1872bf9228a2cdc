"""The description, the example or the default of a header reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import HeaderPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: HeaderPair) -> Iterator[Finding]:
    return reworded(pair, "description", "example", "default")


RULE = rule("header-described", "the description or example of a header changed", always("docs"), HeaderPair, _look)

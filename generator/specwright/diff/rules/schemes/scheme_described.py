"""The description of a security scheme reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import SchemePair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: SchemePair) -> Iterator[Finding]:
    return reworded(pair, "description")


RULE = rule("scheme-described", "the description of a security scheme changed", always("docs"), SchemePair, _look)

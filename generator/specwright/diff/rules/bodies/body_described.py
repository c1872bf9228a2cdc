"""The description of a body reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import BodyPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: BodyPair) -> Iterator[Finding]:
    return reworded(pair, "description")


RULE = rule("body-described", "the description of a body changed", always("docs"), BodyPair, _look)

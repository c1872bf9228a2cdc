"""The description or the example of a parameter reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ParameterPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    return reworded(pair, "description", "example")


RULE = rule(
    "parameter-described", "the description or example of a parameter changed", always("docs"), ParameterPair, _look
)

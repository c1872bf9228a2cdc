"""A parameter may be used again."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import ParameterPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].deprecated and not pair.both[1].deprecated:
        yield Finding(f"{pair.place.start} is deprecated no more.", effect=documented())


RULE = rule("parameter-undeprecated", "a parameter is deprecated no more", always("docs"), ParameterPair, _look)

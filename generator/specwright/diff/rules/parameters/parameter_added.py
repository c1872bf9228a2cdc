"""An operation takes one more parameter that may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import added
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import argument_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.come and not pair.come.required:
        yield Finding(f"{pair.place.start} is new.", effect=added(argument_of(pair, pair.sides.new)))


RULE = rule("parameter-added", "an operation takes one more parameter", always("additive"), ParameterPair, _look)

"""An operation needs one more parameter."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import required
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import asked_of
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.come and pair.come.required:
        yield Finding(f"{pair.place.start} is new and required.", effect=required(*asked_of(pair)))


RULE = rule("required-parameter-added", "an operation needs one more parameter", narrowed(), ParameterPair, _look)

"""A parameter may not be left out any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import required
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import asked_of
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].required and not pair.both[0].required:
        yield Finding(f"{pair.place.start} is required now.", effect=required(*asked_of(pair)))


RULE = rule("parameter-became-required", "a parameter is required now", narrowed(), ParameterPair, _look)

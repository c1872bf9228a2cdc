"""A parameter may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import argument_of
from specwright.diff.places import code
from specwright.diff.ruling import rule, widened

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].required and not pair.both[1].required:
        name = argument_of(pair, pair.sides.new)
        effect = behaviour(f"{code(name)} may be left out.") if name else NOTHING
        yield Finding(f"{pair.place.start} is optional now.", effect=effect)


RULE = rule("parameter-became-optional", "a parameter is optional now", widened(), ParameterPair, _look)

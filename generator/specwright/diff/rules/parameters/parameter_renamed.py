"""A parameter has another name where the wire has none of it: in a path, or by case in a header."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import renamed
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import argument_of
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].name != pair.both[1].name and pair.both[0].location == pair.both[1].location:
        old, new = argument_of(pair, pair.sides.old), argument_of(pair, pair.sides.new)
        effect = renamed(old, new) if old and new else NOTHING
        yield Finding(f"{pair.place.start} is called {code(pair.both[1].name)} now.", effect=effect)


RULE = rule(
    "parameter-renamed",
    "a parameter of a path has another name, or a header's another case",
    always("internal"),
    ParameterPair,
    _look,
)

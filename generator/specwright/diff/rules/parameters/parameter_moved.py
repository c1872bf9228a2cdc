"""A parameter is sent elsewhere: in a header and not in the query."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import renamed
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import argument_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].location != pair.both[1].location:
        old, new = (side.location for side in pair.both)
        sentence = f"{pair.place.start} is a {new} parameter now."
        yield Finding(sentence, f"{old}-{new}", _effect(pair))


def _effect(pair: ParameterPair) -> Effect:
    """Its argument sends it to the new place by itself, if it is still called the same."""
    old, new = argument_of(pair, pair.sides.old), argument_of(pair, pair.sides.new)
    return renamed(old, new) if old and new else NOTHING


RULE = rule("parameter-moved", "a parameter is sent elsewhere", always("breaking"), ParameterPair, _look)

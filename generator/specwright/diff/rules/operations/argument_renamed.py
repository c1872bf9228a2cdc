"""The SDK calls an argument by another name, though what it stands for is the same."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import renamed
from specwright.diff.pairs import OperationPair
from specwright.diff.parts import arguments_of
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both:
        old, new = arguments_of(pair.sides.old, pair.both[0]), arguments_of(pair.sides.new, pair.both[1])
        for place in sorted(old.keys() & new.keys()):
            if old[place] != new[place]:
                sentence = f"The argument for {_called(place)} of {pair.place.text} has another name in the SDK."
                before = pair.sides.new.names.former.arguments.get((pair.both[1].key, place), ())
                yield Finding(sentence, place, renamed(old[place], new[place], before))


def _called(place: str) -> str:
    location, _, wire = place.partition(":")
    return f"the property {code(wire)} of the body" if location == "body" else f"the {location} parameter {code(wire)}"


RULE = rule("argument-renamed", "an argument has another name in the SDK", always("internal"), OperationPair, _look)

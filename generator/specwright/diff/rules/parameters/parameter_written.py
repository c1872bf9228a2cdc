"""A parameter is written on the wire in another way."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ParameterPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.values import value_of
from specwright.diff.wording import was_and_is
from specwright.ir import Enum, Parameter, Scalar

__all__ = ["RULE"]


_WAYS = (("style", "style"), ("explode", "explode"), ("allow_reserved", "allowReserved"), ("media_type", "content"))


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].location == pair.both[1].location:
        old, new = pair.both
        for name, keyword in _WAYS:
            if getattr(old, name) != getattr(new, name) and not (_is_plain(pair) and _is_of_many(name, old)):
                sentence = f"{pair.place.start} is written in another way: {code(keyword)} {_told(old, new, name)}."
                yield Finding(sentence, keyword, behaviour("The SDK writes it the new way by itself."))


def _is_plain(pair: ParameterPair) -> bool:
    """Whether it is one value on both sides."""
    sides = ((pair.old, pair.sides.old), (pair.new, pair.sides.new))
    values = (value_of(parameter.shape, version.models) for parameter, version in sides if parameter)
    return all(isinstance(value.shape, Scalar | Enum) for value in values)


def _is_of_many(name: str, parameter: Parameter) -> bool:
    """Whether this says only how several values are written."""
    return name == "explode" or (name == "style" and parameter.location in ("query", "cookie"))


def _told(old: Parameter, new: Parameter, name: str) -> str:
    was, now = (json.dumps(getattr(side, name)) if getattr(side, name) is not None else None for side in (old, new))
    return was_and_is(was, now)


RULE = rule("parameter-written", "a parameter is written in another way", always("breaking"), ParameterPair, _look)

"""Scalars met: one value without structure that must be two things at once.

In: two scalars, or an enum and what it must be too. Out: the narrower of them, both narrowed, or `never`.

Two formats that differ leave plain text: few values have both, and those that do are text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from specwright.ir import Constraints, Enum, Scalar, ScalarType, Shape

__all__ = ["NEVER", "lost_values", "met_constraints", "met_values"]

NEVER = Scalar("never")
_WHOLE = ("integer", "number")
_NONE = Constraints()


def met_values(one: Scalar | Enum, other: Scalar | Enum) -> Shape:
    """A value that is both."""
    if isinstance(one, Enum):
        return _listed(other, lambda value: value in one.values) if isinstance(other, Enum) else _of_type(one, other)
    return _of_type(other, one) if isinstance(other, Enum) else _met_scalars(one, other)


def lost_values(one: Scalar | Enum, other: Scalar | Enum) -> Iterator[Literal["format", "limit"]]:
    """What both say, and the value that is both does not."""
    if isinstance(one, Enum) or isinstance(other, Enum):
        return  # the values say it all
    if "string" in (one.type, other.type) and one.format and other.format and one.format != other.format:
        yield "format"
    first, second = one.constraints or _NONE, other.constraints or _NONE
    pairs = ((first.pattern, second.pattern), (first.multiple_of, second.multiple_of))
    if any(said and again and said != again for said, again in pairs):
        yield "limit"


def _met_scalars(one: Scalar, other: Scalar) -> Scalar:
    """A value of both types; an integer is a number."""
    if one.type == "any" or other.type == "any":
        kind: ScalarType = other.type if one.type == "any" else one.type
    elif one.type == other.type:
        kind = one.type
    elif (one.type, other.type) in (_WHOLE, _WHOLE[::-1]):
        kind = "integer"
    else:
        return NEVER
    form = one.format if other.format in (None, one.format) else other.format
    apart = one.format and other.format and one.format != other.format
    return Scalar(kind, None if apart else form, met_constraints(one.constraints, other.constraints))


def _of_type(enum: Enum, scalar: Scalar) -> Shape:
    """The values that are of the type too; constraints go unread, as the values speak for themselves."""
    if scalar.type == "any":
        return enum
    return _listed(enum, lambda value: _type_of(value) == scalar.type or (_type_of(value), scalar.type) == _WHOLE)


def _listed(enum: Enum, fits: Callable[[str], bool]) -> Shape:
    values = tuple(value for value in enum.values if fits(value))
    types: set[ScalarType] = {_type_of(value) for value in values}
    kind = types.pop() if len(types) == 1 else enum.type
    said = tuple(pair for pair in enum.said if pair[0] in values)
    return replace(enum, type=kind, values=values, said=said) if values else NEVER


def _type_of(text: str) -> ScalarType:
    value = json.loads(text)
    if isinstance(value, bool):
        return "boolean"
    return "string" if isinstance(value, str) else "integer" if isinstance(value, int) else "number"


def met_constraints(one: Constraints | None, other: Constraints | None) -> Constraints | None:
    """Both constraints at once. Of two patterns or two factors the later one is kept."""
    if one is None or other is None:
        return other or one
    return Constraints(
        minimum=_picked(max, one.minimum, other.minimum),
        maximum=_picked(min, one.maximum, other.maximum),
        exclusive_minimum=_picked(max, one.exclusive_minimum, other.exclusive_minimum),
        exclusive_maximum=_picked(min, one.exclusive_maximum, other.exclusive_maximum),
        multiple_of=other.multiple_of or one.multiple_of,
        min_length=_counted(max, one.min_length, other.min_length),
        max_length=_counted(min, one.max_length, other.max_length),
        pattern=other.pattern or one.pattern,
        min_items=_counted(max, one.min_items, other.min_items),
        max_items=_counted(min, one.max_items, other.max_items),
        unique_items=one.unique_items or other.unique_items,
    )


_Number = float | int | None


def _picked(pick: Callable[[float | int, float | int], float | int], one: _Number, other: _Number) -> _Number:
    return pick(one, other) if one is not None and other is not None else other if one is None else one


def _counted(pick: Callable[[int, int], int], one: int | None, other: int | None) -> int | None:
    return pick(one, other) if one is not None and other is not None else other if one is None else one

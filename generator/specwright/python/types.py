"""Types: how a shape reads as a Python annotation.

In: a shape and the names of models. Out: the annotation's text, for an argument or for an answer.

Why two ways: an argument takes any sequence or mapping, an answer is what the decoder makes. Formats are those of
`canonical.py`; every other one is text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from specwright.ir import AllOf, Enum, ListOf, MapOf, Object, Ref, Scalar, Shape, TupleOf, Union

__all__ = ["STRING_FORMATS", "annotation", "argument", "is_beyond_literals", "is_closed"]

STRING_FORMATS: Mapping[str, str] = {"date-time": "datetime", "date": "date", "uuid": "UUID"}
"""The formats that have a type of their own in Python."""

_SCALARS: Mapping[str, str] = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}


def annotation(shape: Shape | None, models: Mapping[str, str]) -> str:
    """The type of a decoded value."""
    return _written(shape, models, _GIVEN) if shape else "Any"


def argument(shape: Shape, models: Mapping[str, str]) -> str:
    """The type that a caller may pass."""
    return _written(shape, models, _TAKEN)


_BEYOND = 2**63


@dataclass(frozen=True, slots=True)
class _Words:
    """How one of the two directions calls what has no class of its own."""

    sequence: str
    items: str
    mapping: str
    anything: str


_GIVEN = _Words("builtins.list", "builtins.tuple[{}, ...]", "dict", "Any")
_TAKEN = _Words("Sequence", "Sequence[{}]", "Mapping", "object")


def _written(shape: Shape, models: Mapping[str, str], words: _Words) -> str:
    match shape:
        case Scalar():
            return _scalar(shape, words)
        case Enum():
            return _literal(shape)
        case ListOf():
            return f"{words.sequence}[{_written(shape.item, models, words)}]"
        case TupleOf():
            return _tuple(shape, models, words)
        case MapOf():
            return f"{words.mapping}[str, {_written(shape.value, models, words)}]"
        case Ref():
            return f"models.{models[shape.target]}"
        case Union():
            return " | ".join(dict.fromkeys(_written(each, models, words) for each in shape.branches))
        case AllOf() | Object():
            raise AssertionError("`build` names every object")
        case _:
            assert_never(shape)


def _scalar(shape: Scalar, words: _Words) -> str:
    if shape.type == "string":
        return STRING_FORMATS.get(shape.format or "", "str")
    # What no value can be is shown as anything: whoever meets one all the same is not stopped.
    return _SCALARS.get(shape.type, words.anything)


def is_closed(shape: TupleOf) -> bool:
    """Whether there are exactly as many items as shapes."""
    limits, number = shape.constraints, len(shape.items)
    least, most = (limits.min_items, limits.max_items) if limits else (None, None)
    return (least or 0) >= number and (shape.rest == Scalar("never") or most == number)


def _tuple(shape: TupleOf, models: Mapping[str, str], words: _Words) -> str:
    """The items by place; any number of them too where there may be fewer or more."""
    items = [_written(each, models, words) for each in shape.items]
    exactly = f"builtins.tuple[{', '.join(items)}]"
    if is_closed(shape):
        return exactly
    rest = _written(shape.rest or Scalar("any"), models, words)
    known = tuple(dict.fromkeys(items if shape.rest == Scalar("never") else [*items, rest]))
    others = words.anything if words.anything in known else " | ".join(known)
    return f"{exactly} | {words.items.format(others)}"


def _literal(shape: Enum) -> str:
    """The values themselves; Python has no literal type of floats, and checkers none of integers beyond 64 bits."""
    values = ", ".join(repr(json.loads(value)) for value in shape.values)
    if is_beyond_literals(shape):
        return "int"
    return "float" if shape.type == "number" else f"Literal[{values}]"


def is_beyond_literals(shape: Enum) -> bool:
    """Whether integers are among the values that type checkers take for no literals."""
    return shape.type == "integer" and any(abs(int(json.loads(value))) >= _BEYOND for value in shape.values)

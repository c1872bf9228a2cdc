"""Labels: a shape's type in a word, as readers of API pages know it: `integer<int64>`, `object[]`, `string<date-time>`.

In: a shape and the models. Out: the label; and the values of an enum, and the constraints, as text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import assert_never

from specwright.flatten import whole_of
from specwright.ir import AllOf, Constraints, Enum, ListOf, MapOf, Model, Object, Ref, Scalar, Shape, TupleOf, Union

__all__ = ["constraints_of", "label", "meanings_of", "values_of"]

_WORDS: tuple[tuple[str, str], ...] = (
    ("minimum", "≥ "),
    ("exclusive_minimum", "> "),
    ("maximum", "≤ "),
    ("exclusive_maximum", "< "),
    ("multiple_of", "÷ "),
    ("min_length", "length ≥ "),
    ("max_length", "length ≤ "),
    ("min_items", "items ≥ "),
    ("max_items", "items ≤ "),
    ("pattern", ""),
)


def label(shape: Shape, models: Mapping[str, Model], above: tuple[str, ...] = ()) -> str:
    """The type in a word."""
    match shape:
        case Scalar():
            return f"{shape.type}<{shape.format}>" if shape.format else shape.type
        case Enum():
            return "any" if shape.type == "any" else f"enum<{shape.type}>"
        case ListOf() | TupleOf():
            return _array(shape, models, above)
        case MapOf():
            return f"map<{label(shape.value, models, above)}>"
        case Ref():
            if shape.target in above:
                return "object"
            return label(models[shape.target].shape, models, (*above, shape.target))
        case Union():
            return " | ".join(dict.fromkeys(label(each, models, above) for each in shape.branches))
        case AllOf():
            return label(whole_of(shape, models), models, above)
        case Object():
            return "object"
        case _:
            assert_never(shape)


def _array(shape: ListOf | TupleOf, models: Mapping[str, Model], above: tuple[str, ...]) -> str:
    """A list by its item, a tuple by each of its items."""
    if isinstance(shape, TupleOf):
        items = [label(each, models, above) for each in shape.items]
        return f"[{', '.join([*items, *([] if shape.rest == Scalar('never') else ['…'])])}]"
    inner = label(shape.item, models, above)
    return f"({inner})[]" if " | " in inner else f"{inner}[]"


def meanings_of(shape: Shape, models: Mapping[str, Model]) -> tuple[str, ...]:
    """What is said of each of those values, in their order; empty where nothing is."""
    enum = _enum(shape, models)
    said = dict(enum.said) if enum else {}
    return tuple(said.get(value, "") for value in enum.values) if enum else ()


def values_of(shape: Shape, models: Mapping[str, Model]) -> tuple[str, ...]:
    """The values of an enum behind a shape, `null` and lists looked through."""
    enum = _enum(shape, models)
    texts = enum.values if enum else ()
    return tuple(value if isinstance(value := json.loads(text), str) else text for text in texts)


def _enum(shape: Shape, models: Mapping[str, Model]) -> Enum | None:
    match shape:
        case Enum():
            return shape
        case Ref():
            return _enum(models[shape.target].shape, models)
        case ListOf():
            return _enum(shape.item, models)
        case Union((inner, Scalar("null"))):
            return _enum(inner, models)
        case _:
            return None


def constraints_of(shape: Shape) -> str:
    """What a value must satisfy, in signs."""
    match shape:
        case Scalar() | ListOf():
            return _spelled(shape.constraints) if shape.constraints else ""
        case Union((inner, Scalar("null"))):
            return constraints_of(inner)
        case _:
            return ""


def _spelled(constraints: Constraints) -> str:
    held = [(sign, getattr(constraints, name)) for name, sign in _WORDS]
    return ", ".join(f"{sign}{value}" for sign, value in held if value is not None)

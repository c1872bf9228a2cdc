"""Types: how a shape reads as a Python annotation.

In: a shape and the names of models. Out: the annotation's text, for an argument or for an answer.

Why two ways: an argument takes any sequence or mapping, an answer is what the decoder makes. Formats are those of
`canonical.py`; every other one is text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import assert_never

from specwright.ir import AllOf, Enum, ListOf, MapOf, Object, Ref, Scalar, Shape, Union

__all__ = ["STRING_FORMATS", "annotation", "argument"]

STRING_FORMATS: Mapping[str, str] = {"date-time": "datetime", "date": "date", "uuid": "UUID"}
"""The formats that have a type of their own in Python."""

_SCALARS: Mapping[str, str] = {
    "string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None", "any": "Any", "never":
    "Never",
}  # fmt: skip


def annotation(shape: Shape | None, models: Mapping[str, str]) -> str:
    """The type of a decoded value."""
    return _written(shape, models, "builtins.list", "dict") if shape else "Any"


def argument(shape: Shape, models: Mapping[str, str]) -> str:
    """The type that a caller may pass."""
    return _written(shape, models, "Sequence", "Mapping")


def _written(shape: Shape, models: Mapping[str, str], sequence: str, mapping: str) -> str:
    match shape:
        case Scalar("string"):
            return STRING_FORMATS.get(shape.format or "", "str")
        case Scalar():
            return _SCALARS[shape.type]
        case Enum():
            return f"Literal[{', '.join(repr(json.loads(value)) for value in shape.values)}]"
        case ListOf():
            return f"{sequence}[{_written(shape.item, models, sequence, mapping)}]"
        case MapOf():
            return f"{mapping}[str, {_written(shape.value, models, sequence, mapping)}]"
        case Ref():
            return f"models.{models[shape.target]}"
        case Union():
            return " | ".join(dict.fromkeys(_written(each, models, sequence, mapping) for each in shape.branches))
        case AllOf() | Object():
            raise AssertionError("`build` names every object")
        case _:
            assert_never(shape)

"""Arguments: parameters, properties of a body and whole bodies as arguments of a method.

In: a version, and what is to be given. Out: an `Argument`: its name, its type, and what is said of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from specwright.ir import Content, Enum, Field, ListOf, MapOf, Operation, Parameter, Ref, Scalar, Shape, TupleOf, Union
from specwright.python.bodies import field_type
from specwright.python.members import fills_itself
from specwright.python.types import argument
from specwright.python.views import Argument
from specwright.sdk import Version

__all__ = ["of_choice", "of_field", "of_parameter"]

_SHOWN_VALUES = 12
_WORD = re.compile(r"[\w.:/+-]+")


def of_parameter(version: Version, parameter: Parameter, names: Mapping[str, str]) -> Argument:
    """The argument that is a parameter."""
    written = argument(parameter.shape, version.names.types)
    return Argument(
        name=names[f"{parameter.location}:{parameter.name}"],
        annotation=written if parameter.required else f"{written} | Unset",
        required=parameter.required,
        doc=_doc(version, parameter),
    )


def of_field(version: Version, operation: Operation, content: Content, field: Field) -> Argument:
    """The argument that is a property of the body."""
    written = field_type(version, content, field)
    required = field.required and bool(operation.body and operation.body.required)
    constant = repr(json.loads(field.shape.values[0])) if isinstance(field.shape, Enum) and fills_itself(field) else ""
    return Argument(
        name=version.names.arguments[operation.key][f"body:{field.name}"],
        annotation=written if required else f"{written} | Unset",
        required=required and not constant,
        doc=_doc(version, field),
        default=constant if required and constant else "UNSET",
    )


def of_choice(name: str, media_types: tuple[str, ...], doc: str, *, required: bool) -> Argument:
    """The argument that chooses among media types; a range of them takes any text."""
    literal = f"Literal[{', '.join(map(repr, media_types))}]"
    written = "str" if any("*" in each for each in media_types) else literal
    return Argument(name, written if required else f"{written} | Unset", required, doc)


def _doc(version: Version, each: Parameter | Field) -> str:
    default = f"Default: {each.default}." if each.default else ""
    told = each.description or _described(version, each.shape)
    parts = ["Deprecated." if each.deprecated else "", told, _values(version, each.shape), default]
    return " ".join(part for part in parts if part)


def _described(version: Version, shape: Shape) -> str:
    """What a value without a description of its own is: what its model says of itself, or its type's name."""
    match shape:
        case Ref():
            return version.models[shape.target].description or f"See `{version.names.types[shape.target]}`."
        case ListOf():
            return f"A list; each item: {_described(version, shape.item)}"
        case TupleOf():
            return f"A list by place: {' '.join(_described(version, each) for each in shape.items)}".rstrip()
        case MapOf():
            return f"A mapping by text; each value: {_described(version, shape.value)}"
        case Union((inner, Scalar("null"))):
            return _described(version, inner)
        case Scalar():
            return f"{shape.type} ({shape.format})." if shape.format else f"{shape.type}."
        case _:
            return ""


def _values(version: Version, shape: Shape) -> str:
    target = version.models[shape.target].shape if isinstance(shape, Ref) else shape
    if not isinstance(target, Enum) or len(target.values) > _SHOWN_VALUES:
        return ""
    values = [_value(json.loads(value)) for value in target.values]
    return f"One of {', '.join(values)}." if len(values) > 1 else f"Always {values[0]}."


def _value(value: object) -> str:
    """A value as a reader knows it; in quotes where it would not be seen to end."""
    plain = str(value)
    return plain if _WORD.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)

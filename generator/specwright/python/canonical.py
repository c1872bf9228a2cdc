"""Canonical: the IR's models as a document of components alone that datamodel-code-generator renders under our names.

In: models, and the public name of each. Out: a JSON Schema for each model (`schema_of`), and the names it refers to
(`references`).

Why canonical: given inline schemas, nullable components or combined ones, the library invents classes and numbers
them. Given every named type as a component and `null` only at a place of use, it changes no name of ours. Enums are
open by encoding: the values or any other text (`Literal["A", "B"] | OpenStr`), so that a value from tomorrow decodes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import assert_never

from specwright.flatten import whole_of
from specwright.ir import (
    AllOf,
    Constraints,
    Enum,
    Field,
    ListOf,
    MapOf,
    Model,
    Object,
    Ref,
    Scalar,
    Shape,
    TupleOf,
    Union,
)
from specwright.load import Json
from specwright.python.members import UNKNOWN_MEMBER, fills_itself, in_order, marked
from specwright.python.touches import EXTRAS
from specwright.python.tuples import MARKER, MORE, tuple_schema
from specwright.python.types import STRING_FORMATS, is_beyond_literals, is_closed
from specwright.templates import visible

__all__ = ["INVITING", "RUNTIME_TYPES", "Schema", "is_portable", "reference", "references", "schema_of"]

Schema = dict[str, Json]

OPEN_TYPES: Mapping[str, str] = {"string": "OpenStr", "integer": "OpenInt"}
"""The runtime's types for a value that an enum does not list."""

EXACT_TYPES: Mapping[str, str] = {"date-time": "ExactDatetime", "uuid": "ExactUUID"}
"""The runtime's types for text that is more, and goes back as it came."""

RUNTIME_TYPES: Mapping[str, str] = {
    **dict.fromkeys(OPEN_TYPES.values(), "model"),
    **dict.fromkeys(EXACT_TYPES.values(), "exact"),
    UNKNOWN_MEMBER: "unions",
    MARKER: "model",
    MORE: "model",
}
"""What a model may use of the runtime, and the module of each."""

INVITING = "x-inviting"
"""Marks an object whose contract invites properties that it does not name."""

_NEVER = Scalar("never")
_BEYOND_RUST = re.compile(r"\(\?[=!<]|\\[1-9]")  # look-around and back-references: the models' validator has neither
_WORDS: Mapping[str, str] = {
    "minimum": "minimum", "maximum": "maximum", "exclusive_minimum": "exclusiveMinimum", "exclusive_maximum":
    "exclusiveMaximum", "multiple_of": "multipleOf", "min_length": "minLength", "max_length": "maxLength",
    "min_items": "minItems", "max_items": "maxItems",
}  # fmt: skip


def schema_of(model: Model, models: Mapping[str, Model], names: Mapping[str, str]) -> Schema:
    """The component that stands for a model."""
    shape = whole_of(model.shape, models)
    if isinstance(shape, Union):
        union = in_order(shape, models)
        return {**marked(_schema(union, names), union, models, names), **_described(model)}
    schema = _schema(shape, names)
    if isinstance(shape, ListOf | TupleOf) and names[model.id] in references(schema):
        branches: list[Json] = [schema]
        schema = {"anyOf": branches}  # the library forgets the items of a list of itself
    return {**schema, **_described(model)}


def reference(name: str) -> Schema:
    """A use of a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def references(schema: Json) -> frozenset[str]:
    """The components that a schema uses."""
    found: set[str] = set()
    waiting: list[Json] = [schema]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict) and isinstance(ref := node.get("$ref"), str):
            found.add(ref.rpartition("/")[2])
        elif isinstance(node, dict):
            waiting.extend(each for key, each in node.items() if key not in ("const", "enum", "description"))
    return frozenset(found)


def _described(each: Model | Field) -> Schema:
    text = " ".join(["Deprecated."] * each.deprecated + [visible(each.description)] * bool(each.description))
    return {"description": text} if text else {}


def _schema(shape: Shape, names: Mapping[str, str]) -> Schema:
    match shape:
        case Scalar():
            return _scalar(shape)
        case Enum():
            return _enum(shape)
        case ListOf():
            return {"type": "array", "items": _bare(_schema(shape.item, names)), **_constraints(shape.constraints)}
        case TupleOf():
            return _tuple(shape, names)
        case MapOf():
            return {"type": "object", "additionalProperties": _bare(_schema(shape.value, names))}
        case Ref():
            return reference(names[shape.target])
        case Union():
            return {"anyOf": [_bare(_schema(each, names)) for each in shape.branches]}
        case AllOf():
            raise AssertionError("`build` names whatever has parts")
        case Object():
            return _object(shape, names)
        case _:
            assert_never(shape)


def _tuple(shape: TupleOf, names: Mapping[str, str]) -> Schema:
    """The items by place; any number of them too where there may be fewer or more."""
    items: list[Json] = [_bare(_schema(each, names)) for each in shape.items]
    exactly: Schema = tuple_schema(items)
    if is_closed(shape):
        return exactly
    rest: list[Json] = [] if shape.rest == _NEVER else [_bare(_schema(shape.rest or Scalar("any"), names))]
    known: list[Json] = [*items, *rest]
    others: Schema = {} if {} in known else {"anyOf": known}
    branches: list[Json] = [exactly, tuple_schema([others, reference(MORE)])]
    return {"anyOf": branches}


def _object(shape: Object, names: Mapping[str, str]) -> Schema:
    properties: Schema = {}
    for field in shape.fields:
        properties[field.name] = {**_constant(field, _schema(field.shape, names)), **_described(field)}
    required: list[Json] = [each.name for each in shape.fields if each.required and not fills_itself(each)]
    if shape.extra not in (None, _NEVER, Scalar("any")):
        properties[EXTRAS] = _schema(MapOf(shape.extra or Scalar("any")), names)
        required.append(EXTRAS)
    found: Schema = {"type": "object", "properties": properties, **({"required": required} if required else {})}
    return {**found, INVITING: True} if shape.extra not in (None, _NEVER) else found


def _constant(field: Field, schema: Schema) -> Schema:
    """A property that must have one certain value has it from the start; an implied one may be missing in an answer."""
    if not fills_itself(field):
        return schema
    branches: list[Json] = [schema, {"type": "null"}]
    return {**(schema if field.required else {"anyOf": branches}), "default": schema["const"]}


def _scalar(shape: Scalar) -> Schema:
    if shape.type in ("any", "never"):
        return {}
    schema: Schema = {"type": shape.type}
    if shape.type == "string" and shape.format and shape.format in EXACT_TYPES:
        return reference(EXACT_TYPES[shape.format])
    if shape.type == "string" and shape.format in STRING_FORMATS:
        return {**schema, "format": shape.format}
    return {**schema, **_constraints(shape.constraints)}


def _enum(shape: Enum) -> Schema:
    values: list[Json] = [json.loads(value) for value in shape.values]
    if shape.type == "number":
        return {"type": "number"}  # Python has no literal type of floats
    if is_beyond_literals(shape):
        return {"type": "integer"}
    if len(values) == 1:
        return {"const": values[0], "type": shape.type}
    if shape.type == "boolean":
        return {"type": "boolean"}
    if shape.type not in OPEN_TYPES:
        return _mixed(values)
    return {"anyOf": [{"type": shape.type, "enum": values}, reference(OPEN_TYPES[shape.type])]}


def _mixed(values: list[Json]) -> Schema:
    """Values of several types, each type open; a fraction has no literal type."""
    named: list[Json] = [value for value in values if not isinstance(value, float)]
    opened: Mapping[type, Schema] = {
        str: reference(OPEN_TYPES["string"]),
        int: reference(OPEN_TYPES["integer"]),
        bool: {"type": "boolean"},
        float: {"type": "number"},
    }
    ends: list[Json] = [end for kind, end in opened.items() if any(type(each) is kind for each in values)]
    return {"anyOf": [{"enum": named}, *ends]}


def _constraints(constraints: Constraints | None) -> Schema:
    if constraints is None:
        return {}
    found: Schema = {word: getattr(constraints, name) for name, word in _WORDS.items()}
    if constraints.pattern and is_portable(constraints.pattern):
        found["pattern"] = constraints.pattern
    return {word: value for word, value in found.items() if value is not None}


def is_portable(pattern: str) -> bool:
    """Whether the models' validator can run a pattern."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return not _BEYOND_RUST.search(pattern)


def _bare(schema: Schema) -> Schema:
    """Without constraints: inside a union or a list they would become types of their own."""
    kept = ("type", "format", "items", "additionalProperties", "$ref", "anyOf", "const", "enum")
    return {key: value for key, value in schema.items() if key in kept}

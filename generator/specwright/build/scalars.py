"""Scalars: types, formats, enums, constraints and nullability, as OpenAPI 3.0 and 3.1 spell them.

In: a schema's data. Out: `Scalar`, `Enum` and `Constraints` values, and the answers to "which types?" and "may it be
null?".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from specwright.build.meanings import meanings_of
from specwright.build.values import json_text
from specwright.ir import Constraints, Enum, Scalar, ScalarType
from specwright.load import Json

__all__ = ["CONSTRAINTS", "constraints_of", "enum_of", "is_nullable", "scalar_of", "types_of"]

_KNOWN = ("object", "array", "string", "integer", "number", "boolean")
_NONE = Constraints()
CONSTRAINTS = frozenset({
    "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
    "pattern", "minItems", "maxItems", "uniqueItems",
})  # fmt: skip
"""What narrows a value whose type is said elsewhere."""

_TYPE_OF_VALUE: Mapping[type, ScalarType] = {str: "string", bool: "boolean", int: "integer", float: "number"}


def types_of(node: Mapping[str, Json]) -> tuple[str, ...]:
    """The types that a schema allows, `null` left out; inferred from its keywords where it names none."""
    raw = node.get("type")
    named = tuple(str(each) for each in (raw if isinstance(raw, list) else [raw]) if each in _KNOWN)
    if named:
        return named
    if {"properties", "patternProperties"} & set(node) or isinstance(node.get("additionalProperties"), dict):
        return ("object",)
    if "items" in node or "prefixItems" in node:
        return ("array",)
    return ("null",) if raw in ("null", ["null"]) else ("any",)


def is_nullable(node: Mapping[str, Json]) -> bool:
    """Whether the schema lets `null` in, in either version's way of saying it."""
    raw = node.get("type")
    values = node.get("enum")
    if node.get("nullable") is True or (isinstance(raw, list) and "null" in raw):
        return True
    if isinstance(values, list) and None in values:
        return raw is None or raw == "null" or "const" in node
    branches = [*_objects(node.get("oneOf")), *_objects(node.get("anyOf"))]
    return any(branch.get("type") == "null" or is_nullable(branch) for branch in branches)


def enum_of(node: Mapping[str, Json]) -> Enum | None:
    """The schema's values, `null` and repeats left out; `None` where it lists none."""
    listed = [node["const"]] if "const" in node else node.get("enum")
    values = [value for value in listed if value is not None] if isinstance(listed, list) else []
    types: set[ScalarType] = {_TYPE_OF_VALUE.get(type(value), "never") for value in values}
    if not values or "never" in types:
        return None
    texts = tuple(dict.fromkeys(json_text(value) for value in values))
    return Enum(_common(types), texts, tuple(pair for pair in meanings_of(node) if pair[0] in texts))


def _common(types: set[ScalarType]) -> ScalarType:
    if types == {"integer", "number"}:
        return "number"
    return next(iter(types)) if len(types) == 1 else "any"


def scalar_of(kind: str, node: Mapping[str, Json]) -> Scalar:
    """A scalar of this type with the schema's format and constraints."""
    raw = node.get("format")
    return Scalar(cast("ScalarType", kind), raw if isinstance(raw, str) and raw else None, constraints_of(node))


def constraints_of(node: Mapping[str, Json]) -> Constraints | None:
    """The schema's constraints, `None` where there are none; 3.0's boolean exclusive bounds become 3.1's numbers."""
    low, high = _number(node, "minimum"), _number(node, "maximum")
    low_exclusive, high_exclusive = node.get("exclusiveMinimum") is True, node.get("exclusiveMaximum") is True
    found = Constraints(
        minimum=None if low_exclusive else low,
        maximum=None if high_exclusive else high,
        exclusive_minimum=low if low_exclusive else _number(node, "exclusiveMinimum"),
        exclusive_maximum=high if high_exclusive else _number(node, "exclusiveMaximum"),
        multiple_of=_number(node, "multipleOf"),
        min_length=_count(node, "minLength"),
        max_length=_count(node, "maxLength"),
        pattern=str(node["pattern"]) if isinstance(node.get("pattern"), str) else None,
        min_items=_count(node, "minItems"),
        max_items=_count(node, "maxItems"),
        unique_items=node.get("uniqueItems") is True,
    )
    return None if found == _NONE else found


def _objects(value: Json) -> list[dict[str, Json]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _number(node: Mapping[str, Json], key: str) -> float | int | None:
    value = node.get(key)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _count(node: Mapping[str, Json], key: str) -> int | None:
    value = node.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None

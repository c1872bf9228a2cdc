"""Schemas: `x-nullable`, a discriminator that is a text, and files.

In: a schema of Swagger 2.0 and its place. Out: one of OpenAPI 3.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.load import Json, Target
from specwright.upgrade.places import Here

__all__ = ["again", "is_file", "upgrade_schema"]

_MAPS = frozenset({"properties", "patternProperties", "definitions"})
_LISTS = frozenset({"allOf", "anyOf", "oneOf"})
_ONES = frozenset({"additionalProperties", "items", "not"})
_NULLABLE = "x-nullable"
_PLAIN = frozenset({"string", "integer", "number", "boolean"})


def upgrade_schema(here: Here, node: Json) -> Json:
    """One schema and all in it."""
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return _reference(here, node)
    made: dict[str, Json] = {}
    for key, value in node.items():
        if key == _NULLABLE:
            made.setdefault("nullable", value is True)
        else:
            made[key] = _field(here, key, value)
    if is_file(node):
        made |= {"type": "string", "format": "binary"}
    return made


def is_file(node: Json | Mapping[str, Json]) -> bool:
    """Whether a schema, or a parameter of a form, means a file."""
    return isinstance(node, Mapping) and node.get("type") == "file"


def again(here: Here, node: Json, first: Target | None) -> Json:
    """The schema once more, at a further place: a reference to the first, unless what stands there has no name."""
    if first is None or not isinstance(node, dict) or _is_nameless(node):
        return upgrade_schema(here, node)
    return here.upgrading.refer("schema", here, {}, first)


def _is_nameless(node: Mapping[str, Json]) -> bool:
    if "$ref" in node:
        return True
    items = node.get("items")
    if node.get("type") == "array" and isinstance(items, dict):
        return _is_nameless(items)
    return node.get("type") in _PLAIN and "enum" not in node


def _reference(here: Here, node: Mapping[str, Json]) -> dict[str, Json]:
    """A reference; beside one nothing counts in OpenAPI 3.0, so one that may be null is wrapped."""
    if node.get(_NULLABLE) is not True:
        return here.upgrading.refer("schema", here, node)
    beside = {key: value for key, value in node.items() if key not in ("$ref", _NULLABLE)}
    return {**beside, "allOf": [here.upgrading.refer("schema", here, {"$ref": node["$ref"]})], "nullable": True}


def _field(here: Here, key: str, value: Json) -> Json:
    if key in _MAPS and isinstance(value, dict):
        return {name: upgrade_schema(here.at(key, name), each) for name, each in value.items()}
    if (key in _LISTS or key == "items") and isinstance(value, list):
        return [upgrade_schema(here.at(key, index), each) for index, each in enumerate(value)]
    if key in _ONES:
        return upgrade_schema(here.at(key), value)
    if key == "discriminator" and isinstance(value, str):
        here.moved(here.at(key).old, key, "propertyName")
        return {"propertyName": value}
    return value

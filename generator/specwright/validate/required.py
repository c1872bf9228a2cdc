"""Names that a schema requires and does not describe.

In: a survey. Out: warnings: such a property is asked of everyone and nothing is known of it, which is a slip more often
than meant.

Why not everywhere: a part of a composition may require what another part describes, and a schema without properties, or
with further ones of a declared kind, may require one of those.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.load import Json
from specwright.load.nearest import did_you_mean
from specwright.load.pointers import split
from specwright.problems import Problem
from specwright.validate.survey import Key, Place, Survey

__all__ = ["check_required"]

_COMPOSING = ("allOf", "anyOf", "oneOf")
# Beside any of these the properties that stand here are not all there are.
_NOT_ALONE = (*_COMPOSING, "$ref", "$dynamicRef", "patternProperties", "dependentSchemas", "if")
# Schemas in these are parts of the one above them.
_PARTS = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas")
# Steps after these are names.
_NAMING = ("properties", "schemas")


def check_required(found: Survey) -> Iterator[Problem]:
    """Say which required names have no property."""
    mixed_in = {place.refers_to for place in found.of("schema") if place.refers_to and _is_part(place)}
    for schema in found.of("schema"):
        properties = schema.fields.get("properties")
        if isinstance(properties, dict) and properties and _stands_alone(schema, mixed_in):
            yield from _undescribed(schema, properties)


def _stands_alone(schema: Place, mixed_in: set[Key]) -> bool:
    further = schema.fields.get("additionalProperties")
    composed = any(name in schema.fields for name in _NOT_ALONE)
    return not (composed or further is True or isinstance(further, dict) or _is_part(schema) or schema.key in mixed_in)


def _is_part(schema: Place) -> bool:
    """Whether this is a branch of a composition: the last steps to it are `allOf` and a number, or `not`."""
    field, last = ("", "", *split(schema.pointer))[-2:]
    return field in _PARTS or (last in _PARTS and field not in _NAMING)


def _undescribed(schema: Place, properties: dict[str, Json]) -> Iterator[Problem]:
    names = schema.fields.get("required")
    for index, name in enumerate(names if isinstance(names, list) else ()):
        if isinstance(name, str) and name not in properties:
            spare = [each for each in properties if each not in (names if isinstance(names, list) else ())]
            message = f'"{name}" is required, and no property of that name is described.'
            hint = did_you_mean(name, spare, "Describe it in properties, or leave it out.")
            yield Problem("required-without-property", schema.at("required", index), message, hint, "warning")

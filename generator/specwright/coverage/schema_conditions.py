"""Conditions of schemas: what a keyword's fate depends on.

In: a schema's spot. Out: yes or no. Where a stage decides by a function, the same function is asked here.
"""

from __future__ import annotations

from specwright.build.scalars import enum_of, is_nullable, types_of
from specwright.coverage.spots import Spot
from specwright.python.canonical import is_portable
from specwright.python.types import STRING_FORMATS, is_beyond_literals

__all__ = [
    "has_values_that_are_no_literals", "is_beyond_the_validator", "is_closed", "is_false",
    "is_float_enum", "is_ignored_beside_reference", "is_python_text", "is_true",
    "is_unchecked",
]  # fmt: skip

# Formats of text for which Python has a type that is not used.
_TEXTUAL = frozenset({"byte", "duration", "time"})


def is_true(spot: Spot) -> bool:
    """`uniqueItems: true`."""
    return spot.node.get("uniqueItems") is True


def is_closed(spot: Spot) -> bool:
    """`unevaluatedProperties: false`."""
    return spot.node.get("unevaluatedProperties") is False


def is_false(spot: Spot) -> bool:
    """`additionalProperties: false`."""
    return spot.node.get("additionalProperties") is False


def is_float_enum(spot: Spot) -> bool:
    """Numbers of which one has a fraction, or is larger than a literal may be."""
    found = enum_of(spot.node)
    return found is not None and (found.type == "number" or is_beyond_literals(found))


def has_values_that_are_no_literals(spot: Spot) -> bool:
    """Values that no literal type can hold."""
    listed = spot.node.get("enum", [spot.node.get("const")])
    return any(isinstance(value, dict | list | float) for value in listed) if isinstance(listed, list) else False


def is_python_text(spot: Spot) -> bool:
    """A format for which Python has a type of its own, and text is given."""
    return "string" in types_of(spot.node) and str(spot.node.get("format")) in _TEXTUAL - set(STRING_FORMATS)


def is_beyond_the_validator(spot: Spot) -> bool:
    """A pattern that would be dropped even where patterns are checked."""
    return not is_portable(str(spot.node.get("pattern")))


def is_ignored_beside_reference(spot: Spot) -> bool:
    """A keyword beside `$ref` in OpenAPI 3.0."""
    return "$ref" in spot.node and spot.version == "3.0"


def is_unchecked(spot: Spot) -> bool:
    """A constraint at a place where no model checks it."""
    formatted = str(spot.node.get("format")) in STRING_FORMATS and "string" in types_of(spot.node)
    return formatted or is_nullable(spot.node) or _is_branch(spot) or not _is_in_model(spot)


def _is_branch(spot: Spot) -> bool:
    return spot.field in ("oneOf", "anyOf", "items", "prefixItems", "additionalProperties")


def _is_in_model(spot: Spot) -> bool:
    """Whether the schema is a component, or below a property."""
    for each in (spot, *spot.above()):
        if each.kind != "schema" or each.field == "properties":
            return each.kind == "components" or each.field == "properties"
    return False

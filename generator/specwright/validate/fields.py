"""Where in an OpenAPI document things of each kind stand: one table, in the specification's own words.

Why by position: a property may be named `$ref`, `enum` or `parameters`, and an example may hold anything.
What a mapping means is told by the way to it, never by its keys.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

from specwright.validate.version import Version

__all__ = ["FIELDS", "METHODS", "SECTIONS", "Kind", "Many", "is_known", "is_of_version", "methods_of"]

Kind = Literal[
    "callback",
    "components",
    "document",
    "encoding",
    "example",
    "header",
    "link",
    "media type",
    "operation",
    "parameter",
    "path item",
    "request body",
    "response",
    "schema",
    "security scheme",
]


class Many(Enum):
    """How a field holds things of its kind."""

    ONE = "one"
    LIST = "list"
    # `items` held a list before 2020.
    ONE_OR_LIST = "one or list"
    MAP = "map"
    # A map in which names that begin with `x-` are extensions.
    EXTENSIBLE_MAP = "extensible map"


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

# What an older version has no notion of stands in its documents as an unknown field, and is not read.
_SINCE: dict[tuple[str, str], Version] = {
    ("document", "webhooks"): "3.1",
    ("components", "pathItems"): "3.1",
    ("path item", "query"): "3.2",
    ("path item", "additionalOperations"): "3.2",
}

# The sections of `components`.
SECTIONS: dict[str, Kind] = {
    "schemas": "schema",
    "responses": "response",
    "parameters": "parameter",
    "examples": "example",
    "requestBodies": "request body",
    "headers": "header",
    "securitySchemes": "security scheme",
    "links": "link",
    "callbacks": "callback",
    "pathItems": "path item",
    "mediaTypes": "media type",
}

_ANY_HEADER: dict[str, tuple[Many, Kind]] = {
    "schema": (Many.ONE, "schema"),
    "content": (Many.MAP, "media type"),
    "examples": (Many.MAP, "example"),
}

FIELDS: dict[Kind, dict[str, tuple[Many, Kind]]] = {
    "document": {
        "paths": (Many.EXTENSIBLE_MAP, "path item"),
        "webhooks": (Many.MAP, "path item"),
        "x-webhooks": (Many.MAP, "path item"),  # what documents wrote before there were webhooks
        "components": (Many.ONE, "components"),
    },
    "components": {section: (Many.MAP, kind) for section, kind in SECTIONS.items()},
    "path item": {
        "parameters": (Many.LIST, "parameter"),
        **dict.fromkeys(METHODS, (Many.ONE, "operation")),
        "additionalOperations": (Many.MAP, "operation"),
    },
    "operation": {
        "parameters": (Many.LIST, "parameter"),
        "requestBody": (Many.ONE, "request body"),
        "responses": (Many.EXTENSIBLE_MAP, "response"),
        "callbacks": (Many.MAP, "callback"),
    },
    "parameter": _ANY_HEADER,
    "header": _ANY_HEADER,
    "request body": {"content": (Many.MAP, "media type")},
    "media type": {
        "schema": (Many.ONE, "schema"),
        "itemSchema": (Many.ONE, "schema"),
        "examples": (Many.MAP, "example"),
        "encoding": (Many.MAP, "encoding"),
        "prefixEncoding": (Many.LIST, "encoding"),
        "itemEncoding": (Many.ONE, "encoding"),
    },
    "encoding": {"headers": (Many.MAP, "header")},
    "response": {"headers": (Many.MAP, "header"), "content": (Many.MAP, "media type"), "links": (Many.MAP, "link")},
    "schema": {
        "properties": (Many.MAP, "schema"),
        "patternProperties": (Many.MAP, "schema"),
        "dependentSchemas": (Many.MAP, "schema"),
        "$defs": (Many.MAP, "schema"),
        "definitions": (Many.MAP, "schema"),
        "allOf": (Many.LIST, "schema"),
        "anyOf": (Many.LIST, "schema"),
        "oneOf": (Many.LIST, "schema"),
        "prefixItems": (Many.LIST, "schema"),
        "items": (Many.ONE_OR_LIST, "schema"),
        "additionalProperties": (Many.ONE, "schema"),
        "unevaluatedItems": (Many.ONE, "schema"),
        "unevaluatedProperties": (Many.ONE, "schema"),
        "propertyNames": (Many.ONE, "schema"),
        "contains": (Many.ONE, "schema"),
        "contentSchema": (Many.ONE, "schema"),
        "not": (Many.ONE, "schema"),
        "if": (Many.ONE, "schema"),
        "then": (Many.ONE, "schema"),
        "else": (Many.ONE, "schema"),
    },
    # Each name of a callback is an expression, each value a path item: the survey treats it as a map.
    "callback": {},
    "example": {},
    "link": {},
    "security scheme": {},
}


def is_known(kind: Kind, field: str, version: Version) -> bool:
    """Whether a field of such a thing holds others to look at, in this version."""
    return field in FIELDS[kind] and is_of_version(kind, field, version)


def is_of_version(kind: str, field: str, version: Version) -> bool:
    """Whether this version has a notion of such a field."""
    # Versions are of one digit each, so that text compares as they do.
    return _SINCE.get((kind, field), "3.0") <= version


def methods_of(version: Version) -> tuple[str, ...]:
    """The fields of a path item that are operations."""
    return tuple(method for method in METHODS if is_known("path item", method, version))

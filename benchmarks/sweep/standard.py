"""Schemas of every version as one dialect: JSON Schema 2020-12.

In: a document as plain data. Out: the same with each schema written as 2020-12 has it; everything else as it was, at
the same place, so that references lead where they led.

Why `oneOf` becomes `anyOf`: in most documents its branches overlap, and what vendors send fits more than one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .raw import Data, mapping

__all__ = ["standard"]

_QUOTED: Final = frozenset({"const", "default", "enum", "example", "examples"})
_BY_NAME: Final = frozenset(
    {"properties", "patternProperties", "definitions", "$defs", "schemas", "dependentSchemas", "mapping"}
)
_BOUNDS: Final = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def standard(document: Data) -> Data:
    """The document with standard schemas."""
    is_31 = str(mapping(document).get("openapi", "")) >= "3.1"
    return _converted(document, is_31=is_31)


def _converted(node: Data, *, is_31: bool) -> Data:
    if isinstance(node, list):
        return [_converted(each, is_31=is_31) for each in node]
    if not isinstance(node, dict):
        return node
    if not is_31 and isinstance(node.get("$ref"), str):
        return {"$ref": node["$ref"]}
    found = {key: _member(key, each, is_31=is_31) for key, each in node.items()}
    return found if is_31 else _of_30(found)


def _member(key: str, value: Data, *, is_31: bool) -> Data:
    if key in _QUOTED:
        return value
    if key in _BY_NAME and isinstance(value, dict):
        return {name: _converted(each, is_31=is_31) for name, each in value.items()}
    return _converted(value, is_31=is_31)


def _of_30(node: Mapping[str, Data]) -> dict[str, Data]:
    """What 3.0 and 2.0 say in words of their own."""
    found = dict(node)
    kind = found.get("type")
    if (found.pop("nullable", None) is True or found.pop("x-nullable", None) is True) and isinstance(kind, str):
        found["type"] = [kind, "null"]
    for word, bound in _BOUNDS.items():
        if isinstance(found.get(word), bool):
            exclusive = found.pop(word)
            if exclusive and bound in found:
                found[word] = found.pop(bound)
    return found

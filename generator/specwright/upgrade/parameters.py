"""Parameters and headers: their types move into a schema, `collectionFormat` becomes a style.

In: a parameter of Swagger 2.0 that is not the body, and its place. Out: one of OpenAPI 3.0. What stands in a form
becomes a property of the body (`bodies.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.load import Json
from specwright.upgrade.places import Here
from specwright.upgrade.schemas import upgrade_schema

__all__ = ["own_schema", "style_of", "upgrade_header", "upgrade_parameter"]

_OF_SCHEMA = frozenset({
    "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
    "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable",
})  # fmt: skip
# Extensions that tell of the values.
_OF_VALUES = ("x-enum", "x-ms-enum")
_STYLES: Mapping[str, tuple[str, bool]] = {
    "csv": ("form", False),
    "multi": ("form", True),
    "pipes": ("pipeDelimited", False),
    "ssv": ("spaceDelimited", False),
}
_COMMAS = ("form", False)


def upgrade_parameter(here: Here, node: Json) -> Json:
    """One parameter in the path, the query or a header."""
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return here.upgrading.refer("parameter", here, node)
    made = _with_schema(here, node)
    if node.get("type") == "array":
        made |= _style(here, node)
    return made


def upgrade_header(here: Here, node: Json) -> Json:
    """One header of an answer."""
    if not isinstance(node, dict):
        return node
    made = _with_schema(here.moved(here.old), node)
    if node.get("type") == "array":
        _commas(here, node)
    return made


def own_schema(here: Here, node: Mapping[str, Json]) -> Json:
    """The schema that a parameter is itself; `here` is where it stands now, below its parameter."""
    parts: dict[str, Json] = {name: each for name, each in node.items() if _is_of_schema(name)}
    if "items" in parts:
        here.moved(here.at("items").old, "items")
        _warn_of_inner_format(here, parts["items"])
    return upgrade_schema(here, parts)


def style_of(here: Here, node: Mapping[str, Json]) -> tuple[str, bool]:
    """The style and explode of a list in the query or a form."""
    written = node.get("collectionFormat", "csv")
    if isinstance(written, str) and written in _STYLES:
        return _STYLES[written]
    _unwritable(here, written)
    return _COMMAS


def _with_schema(here: Here, node: Mapping[str, Json]) -> dict[str, Json]:
    made = {key: each for key, each in node.items() if not _is_of_schema(key) and key != "collectionFormat"}
    if "schema" in node:
        made["schema"] = upgrade_schema(here.at("schema"), node["schema"])
    elif any(_is_of_schema(key) for key in node):
        made["schema"] = own_schema(here.moved(here.old, "schema"), node)
    return made


def _is_of_schema(key: str) -> bool:
    return key in _OF_SCHEMA or key.startswith(_OF_VALUES)


def _style(here: Here, node: Mapping[str, Json]) -> dict[str, Json]:
    if node.get("in") != "query":
        _commas(here, node)
        return {}
    style, explode = style_of(here, node)
    return {"style": style, "explode": explode}


def _commas(here: Here, node: Mapping[str, Json]) -> None:
    """In a path or a header OpenAPI 3.0 has commas alone."""
    if node.get("collectionFormat", "csv") != "csv":
        _unwritable(here, node["collectionFormat"])


def _unwritable(here: Here, written: Json) -> None:
    message = f"OpenAPI 3 has no way to write a list as {str(written)[:20]!r} here; commas part its items."
    here.at("collectionFormat").warn("collection-format", message)


def _warn_of_inner_format(here: Here, items: Json) -> None:
    if isinstance(items, dict) and items.get("type") == "array":
        message = "OpenAPI 3 has no way to write a list of lists as one text; see what the server makes of it."
        here.at("items").warn("collection-format", message)

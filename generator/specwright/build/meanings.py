"""Meanings: what the extensions that vendors use say of the values of an enum.

In: a schema's data. Out: values with a text each: a name, a description, or both.

Why nothing more than words for readers: a value is what travels, and a name for it beside the value would be a second
spelling of everything.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.build.values import json_text
from specwright.ir import JsonText
from specwright.load import Json

__all__ = ["NAMING", "meanings_of"]

NAMING = ("x-enum-varnames", "x-enumNames", "x-enum-descriptions", "x-enumDescriptions")
"""The extensions that are read: names first, then descriptions; a list beside the values, or texts by value."""


def meanings_of(node: Mapping[str, Json]) -> tuple[tuple[JsonText, str], ...]:
    """What is said of each value, those of which nothing is said left out."""
    listed = node.get("enum")
    values = listed if isinstance(listed, list) else []
    found: dict[JsonText, str] = {}
    for index, value in enumerate(values):
        told = dict.fromkeys(text for key in NAMING if (text := _text(node.get(key), index, value, len(values))))
        words = ": ".join(each for each in told if each != str(value))
        if words:
            found.setdefault(json_text(value), words)
    return tuple(found.items())


def _text(said: Json, index: int, value: Json, count: int) -> str:
    """What a list as long as that of the values, or a mapping of them, says of one."""
    if isinstance(said, list):
        found = said[index] if len(said) == count else None
    else:
        found = said.get(str(value)) if isinstance(said, dict) else None
    return " ".join(found.split()) if isinstance(found, str) else ""

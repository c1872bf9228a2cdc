"""Names, values and types in a sentence.

In: what is to be named. Out: text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from specwright.load import Json

__all__ = ["expected", "noun", "quoted", "shortened", "shown"]

_SHOWN = 4
_LONGEST_VALUE = 60
_NOUNS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


def quoted(names: Sequence[str]) -> str:
    """The names, or the first few of many: a line that fills the screen hides the ones around it."""
    few = names if len(names) <= _SHOWN else names[: _SHOWN - 1]
    text = ", ".join(f'"{name}"' for name in few)
    return text if len(few) == len(names) else f"{text} and {len(names) - len(few)} more"


def expected(types: Sequence[str]) -> str:
    """What belongs at a place, by the names that JSON Schema has for it."""
    if len(types) == 1:
        return _NOUNS[types[0]]
    ordered = [name for name in _NOUNS if name in types]
    return " or ".join("a boolean" if name == "boolean" else _NOUNS[name] for name in ordered)


def noun(value: Json) -> str:
    """What a value is."""
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case str():
            return "text"
        case bool():
            return "a boolean"
        case None:
            return "null"
        case _:
            return "a number"


def shown(value: Json) -> str:
    """A value itself, if it is short."""
    match value:
        case dict() | list():
            return "this"
        case str():
            return f'"{shortened(value)}"'
        case _:
            return json.dumps(value)


def shortened(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"

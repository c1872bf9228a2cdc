"""Integers that are declared narrower than what they hold.

In: a survey. Out: warnings, as Python has integers of one width; other readers of the document cut such values off.

Why by name and description: an int32 in milliseconds may well be a length. What cannot be is a moment: milliseconds
since 1970 passed the largest int32 in January 1970. So a description must say both what is counted and from when, or a
name do so alone; a value in the document that does not fit says it without words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.load import Json
from specwright.load.pointers import NowhereError, lookup, split
from specwright.problems import Problem
from specwright.validate.survey import Place, Survey

__all__ = ["check_widths"]

_LARGEST = 2**31 - 1
_EPOCH = r"(?:unix|epoch|since (?:1970|january 1))"
_MILLISECONDS = r"(?:milliseconds?|millis|msecs?)"
_FLAGS = re.IGNORECASE | re.DOTALL
_SAID = re.compile(rf"\b{_MILLISECONDS}\b.{{0,60}}\b{_EPOCH}\b|\b{_EPOCH}\b.{{0,60}}\b{_MILLISECONDS}\b", _FLAGS)
_OTHERWISE = re.compile(r"\bseconds?\b", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MOMENTS = {"epoch", "timestamp", "unix", "utc"}
_UNITS = {"milli", "millis", "milliseconds", "ms"}
# A name with one of these means a length, which may be short.
_LENGTHS = {"age", "delay", "delta", "diff", "duration", "elapsed", "interval", "length", "offset", "shift", "timeout"}
_VALUES = ("default", "example", "maximum", "minimum")


def check_widths(found: Survey) -> Iterator[Problem]:
    """Say which 32-bit integers hold more than 32 bits."""
    for schema in found.of("schema"):
        if (schema.fields.get("type"), schema.fields.get("format")) != ("integer", "int32"):
            continue
        reason = _reason(schema)
        if reason:
            message = f"this is int32, and {reason}."
            yield Problem("narrow-integer", schema.origin, message, "Declare it int64.", "warning")


def _reason(schema: Place) -> str:
    """Why 32 bits are too few, empty where they may do."""
    for name in _VALUES:
        value = schema.fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and not -_LARGEST - 1 <= value <= _LARGEST:
            return f"its {name} {value} is beyond that"
    name, description = _said(schema)
    if _SAID.search(description) and not _OTHERWISE.search(description):
        return "its description says milliseconds since 1970, which passed the largest int32 in January 1970"
    words = {word.lower() for word in _WORDS.findall(name)}
    if words & _MOMENTS and words & _UNITS and not words & _LENGTHS and not _OTHERWISE.search(description):
        return f'"{name}" means milliseconds since 1970, which passed the largest int32 in January 1970'
    return ""


def _said(schema: Place) -> tuple[str, str]:
    """The name and the description of what a schema is of: a property, an item of one, or a parameter."""
    steps, pointer = split(schema.pointer), schema.pointer
    own = _text(schema.fields.get("description"))
    while steps and steps[-1] in ("items", "schema"):
        steps, pointer = steps[:-1], pointer.rpartition("/")[0]
        above = _at(schema, pointer)
        own = own or _text(above.get("description"))
        if "in" in above:
            return _text(above.get("name")), own
    return (steps[-1] if steps[-2:-1] == ("properties",) else ""), own


def _at(schema: Place, pointer: str) -> dict[str, Json]:
    try:
        value = lookup(schema.document.data, pointer)
    except NowhereError:
        return {}
    return value if isinstance(value, dict) else {}


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""

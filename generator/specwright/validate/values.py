"""Values that a schema lists or assumes: enum values given twice, defaults it would not take itself.

In: a survey. Out: warnings; the values are data, and a client can send them all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from specwright.load import Json
from specwright.load.nearest import did_you_mean
from specwright.problems import Problem
from specwright.validate.survey import Place, Survey
from specwright.validate.wording import expected

__all__ = ["check_defaults", "check_enums"]

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int, float),
    "number": (int, float),
    "array": (list,),
    "object": (dict,),
}

_NEVER = re.compile(r"(?!)")
_UNQUOTED: dict[str, re.Pattern[str]] = {
    "boolean": re.compile("true|false"),
    "integer": re.compile("-?(?:0|[1-9][0-9]{0,30})"),
    "number": re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?"),
    "array": _NEVER,
    "object": _NEVER,
}


def check_enums(found: Survey) -> Iterator[Problem]:
    """Say which enums name a value twice."""
    for schema in found.of("schema"):
        values = schema.fields.get("enum")
        seen: set[str] = set()
        twice: list[str] = []
        for value in values if isinstance(values, list) else ():
            text = _canonical(value)
            if text in seen:
                twice.append(text)
            seen.add(text)
        if twice:
            message = f"{', '.join(dict.fromkeys(twice))} is listed more than once."
            yield Problem("duplicate-enum-value", schema.at("enum"), message, "List it once.", "warning")


def check_defaults(found: Survey) -> Iterator[Problem]:
    """Say which defaults are not among the values or of the type of their schema."""
    for schema in found.of("schema"):
        default = schema.fields.get("default")
        if default is None:
            continue
        values = schema.fields.get("enum")
        if isinstance(values, list) and values and _canonical(default) not in map(_canonical, values):
            message = f"the default {_canonical(default)} is not one of the values."
            texts = [value for value in values if isinstance(value, str)]
            hint = did_you_mean(default if isinstance(default, str) else "", texts, "Correct it, or add the value.")
        elif not _fits(default, schema):
            message = f"the default {_canonical(default)} is not of the type {schema.fields['type']}."
            hint = _fitting(default, str(schema.fields["type"]))
        else:
            continue
        yield Problem("bad-default", schema.at("default"), message, hint, "warning")


def _fitting(default: Json, kind: str) -> str:
    """How a default of the type could be written."""
    if kind == "string" and not isinstance(default, (dict, list)):
        return "Write it in quotes."
    if isinstance(default, str) and _UNQUOTED[kind].fullmatch(default):
        return f"Write {default}, without quotes."
    return f"Write {expected([kind])}, or correct the type."


def _canonical(value: Json) -> str:
    """Equal text for equal values: JSON sees no difference between 1 and 1.0, nor in the order of keys."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _fits(value: Json, schema: Place) -> bool:
    kind = schema.fields.get("type")
    expected = _TYPES.get(kind) if isinstance(kind, str) else None
    if expected is None:
        return True
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, expected) and (isinstance(value, bool) is (kind == "boolean"))

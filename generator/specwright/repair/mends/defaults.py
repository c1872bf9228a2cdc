"""Defaults that their schema would not take: the same in the right type, else none."""

from __future__ import annotations

import json
import re

from specwright.load import Json
from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above

__all__ = ["mend", "unquoted"]

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?")


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """A default as the schema would have it."""
    pointer = problem.origin.pointer
    holder, _ = above(pointer)
    schema, default = flawed.fields(holder), flawed.at(pointer)
    meant = _meant(schema, default)
    if meant is None:
        reason = f"The default {json.dumps(default, ensure_ascii=False)[:60]} is no value that the schema takes."
        return (flawed.removal(pointer, reason),)
    reason = "The default is not written as the schema would have it."
    change = flawed.update(holder, reason, {"default": meant})
    is_nested = isinstance(default, dict | list) or isinstance(meant, list)
    return (flawed.removal(join(holder, "default"), reason), change) if is_nested else (change,)


def unquoted(text: str, kind: str) -> Json:
    """What a text says as a number or as a boolean; nothing where it says none."""
    found = _NUMBER.fullmatch(text)
    if kind == "boolean" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if kind == "number" and found:
        return float(text) if found.group(1) else int(text)
    return int(text) if kind == "integer" and found and not found.group(1) else None


def _meant(schema: dict[str, Json], default: Json) -> Json:
    values, kind = schema.get("enum"), schema.get("type")
    if isinstance(values, list) and values:
        [*alone] = default if isinstance(default, list) else [default]
        texts = [value for value in values if len(alone) == 1 and str(value).casefold() == str(alone[0]).casefold()]
        return texts[0] if len(texts) == 1 else None
    if kind == "string" and isinstance(default, bool | int | float):
        return json.dumps(default)
    if kind == "array" and not isinstance(default, list | dict):
        return [default]
    return unquoted(default, kind) if isinstance(default, str) and isinstance(kind, str) else None

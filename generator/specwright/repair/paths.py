"""Paths: a place of a document as a JSONPath that still means it when the vendor has moved things about.

In: plain data, and a JSON pointer into it. Out: a query. An item of a list is named by what tells it apart: a parameter
by its name and place, a reference by what it leads to, text by itself; by its number only where nothing else would do.
"""

from __future__ import annotations

import json
import re

from specwright.load import Json
from specwright.load.jsonpath import select
from specwright.load.pointers import split

__all__ = ["equal_to", "path_of", "quoted"]

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TELLING = (("$ref",), ("name", "in"), ("name",), ("url",), ("operationId",), ("title",))


def path_of(data: Json, pointer: str) -> str:
    """The query of one place; its last step need not be there."""
    path, value = "$", data
    for step in split(pointer):
        if isinstance(value, list):
            path += _item(value, int(step))
            value = value[int(step)]
        else:
            path += f".{step}" if _PLAIN.fullmatch(step) else f"[{quoted(step)}]"
            value = value.get(step) if isinstance(value, dict) else None
    return path


def equal_to(value: Json) -> str:
    """The step to every item of a list that is this text, number or word."""
    return f"[?@ == {_literal(value)}]"


def quoted(text: str) -> str:
    """A text in a query."""
    inner = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def _literal(value: Json) -> str:
    return quoted(value) if isinstance(value, str) else json.dumps(value)


def _item(items: list[Json], index: int) -> str:
    """The step to one item."""
    found = (step for step in _steps(items[index]) if select(f"${step}", items) == [(index,)])
    return next(found, f"[{index}]")


def _steps(item: Json) -> list[str]:
    if isinstance(item, list):
        return []
    if not isinstance(item, dict):
        return [equal_to(item)]
    told = ([(name, item.get(name)) for name in names] for names in _TELLING)
    return [_having(pairs) for pairs in told if all(isinstance(value, str) for _, value in pairs)]


def _having(pairs: list[tuple[str, Json]]) -> str:
    tests = (f"@{_field(name)} == {_literal(value)}" for name, value in pairs)
    return f"[?{' && '.join(tests)}]"


def _field(name: str) -> str:
    return f".{name}" if _PLAIN.fullmatch(name) else f"[{quoted(name)}]"

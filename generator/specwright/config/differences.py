"""Differences: the tables `[[diff.rule]]` and `[[diff.accept]]`, which say what changes of an API are worth here.

In: the table `diff`, with the text around it. Out: `DiffRules`; or problems, each with its line.

Why each has a reason: it makes a run silent about something, and the next one who reads it must know why. Whether a
rule of that code exists is for the comparison to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast, get_args

from specwright.problems import Origin, Position, Problem
from specwright.rules import Accepted, DiffRules, Level, LevelRule

__all__ = ["diff_problems", "diff_rules"]

_LEVELS: tuple[Level, ...] = get_args(Level)
_KEYS: Mapping[str, tuple[str, ...]] = {
    "rule": ("code", "level", "request", "response", "reason"),
    "accept": ("id", "reason"),
}
_MEANINGS = {
    "code": "the code of a rule; `specwright diff --rules` lists them",
    "id": "the id of a change; `specwright diff --ids` prints them",
    "reason": "why it is right here",
}


def diff_rules(file: str, text: str, table: Mapping[str, object]) -> DiffRules:
    """What good tables say, in the order of the file."""
    levels = (
        LevelRule(
            origin=Origin(file, f"/diff/rule/{number}"),
            position=_place(text, "rule", number),
            code=str(each["code"]),
            request=_level(each, "request"),
            response=_level(each, "response"),
            other=_level(each, "level"),
            reason=str(each["reason"]),
        )
        for number, each in _tables(table, "rule")
    )
    accepted = (
        Accepted(
            origin=Origin(file, f"/diff/accept/{number}"),
            position=_place(text, "accept", number),
            id=" ".join(str(each["id"]).split()),
            reason=str(each["reason"]),
        )
        for number, each in _tables(table, "accept")
    )
    return DiffRules(tuple(levels), tuple(accepted))


def diff_problems(file: str, text: str, table: Mapping[str, object]) -> Iterator[Problem]:
    """Everything that is wrong with the tables by themselves."""
    for kind in table:
        if kind not in _KEYS:
            message, hint = f'"{kind}" of diff is no setting.', f"Known: {', '.join(_KEYS)}."
            yield Problem("config-unknown-key", Origin(file, "/diff"), message, hint, position=_place(text, kind, 0))
    for kind in _KEYS:
        for number, each in _tables(table, kind):
            for key, message, hint in _faults(kind, each):
                place = _place(text, kind, number, key)
                yield Problem("config-diff", Origin(file, f"/diff/{kind}/{number}"), message, hint, position=place)


def _faults(kind: str, table: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    for key in table:
        if key not in _KEYS[kind]:
            yield key, f'"{key}" says nothing of a change.', f"Known: {', '.join(_KEYS[kind])}."
    for key in (_KEYS[kind][0], "reason"):
        given = table.get(key)
        if not isinstance(given, str) or not given.strip():
            yield key, f'"{key}" is missing: {_MEANINGS[key]}.', ""
    if kind != "rule":
        return
    if not any(key in table for key in ("level", "request", "response")):
        yield "", '"level" is missing, or "request" or "response".', f"Known: {', '.join(_LEVELS)}."
    for key in ("level", "request", "response"):
        if key in table and table[key] not in _LEVELS:
            yield key, f'"{key}" must be one of {", ".join(_LEVELS)}.', ""


def _tables(table: Mapping[str, object], kind: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The tables of a kind with their numbers; what is no list of tables reads as one that says nothing."""
    listed = table.get(kind, [])
    for number, each in enumerate(cast("list[object]", listed) if isinstance(listed, list) else [listed]):
        yield number, cast("Mapping[str, object]", each) if isinstance(each, dict) else {}


def _level(table: Mapping[str, object], key: str) -> Level | None:
    """The level for a direction, which `level` states for all of them."""
    given = table.get(key, table.get("level"))
    return given if given in _LEVELS else None


def _place(text: str, kind: str, number: int, key: str = "") -> Position:
    """The place of a key in the table of this number, else its header's; the first word of its kind if inline."""
    lines = text.splitlines()
    header = re.compile(rf"\s*\[\[?\s*diff\s*\.\s*{re.escape(kind)}\s*\]\]?")
    headers = [at for at, line in enumerate(lines) if header.match(line)]
    if number >= len(headers):
        inline = re.compile(rf"\s*(\[\s*diff\s*\]|diff\b|{re.escape(kind)}\s*=)")
        return Position(next((at for at, line in enumerate(lines, 1) if inline.match(line)), 1), 1)
    first = headers[number] + 1
    end = next((at for at in range(first, len(lines)) if lines[at].lstrip().startswith("[")), len(lines))
    named = re.compile(rf"(\s*){re.escape(key)}\s*=") if key else None
    found = ((at, named.match(lines[at])) for at in range(first, end)) if named else iter(())
    return next((Position(at + 1, len(match[1]) + 1) for at, match in found if match), Position(first, 1))

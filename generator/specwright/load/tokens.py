"""The parts of a text with their lines and columns, told alike for JSON and YAML.

In: a text. Out: `Token`s in order: a collection opens or closes, or a scalar stands there; whether it is a
key follows from where.

Why beside the parsers: data carries no positions, which keeps it small and equal however it was laid out.
The text is read again when a problem is printed, and this reading never fails: it ends where the text stops
making sense.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from yaml import CBaseLoader
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from specwright.problems import Position

__all__ = ["Token", "json_tokens", "mark_position", "yaml_tokens"]

Kind = Literal["mapping", "list", "close", "scalar", "string"]

_JSON = re.compile(r'[\[\]{}]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s\[\]{}:,"]+|\n', re.DOTALL)
_BRACKETS: dict[str, Kind] = {"{": "mapping", "[": "list", "}": "close", "]": "close"}


class _Mark(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a text; `text` is what it says, unescaped. Only JSON tells a string from another scalar."""

    kind: Kind
    text: str
    position: Position


def json_tokens(text: str) -> Iterator[Token]:
    """Tell the parts of a JSON text."""
    line, start = 1, 0
    for match in _JSON.finditer(text):
        part = match.group()
        if part == "\n":
            line, start = line + 1, match.end()
            continue
        position = Position(line, match.start() - start + 1)
        if part in _BRACKETS:
            yield Token(_BRACKETS[part], "", position)
        else:
            yield Token("string" if part[0] == '"' else "scalar", _unquoted(part), position)


def mark_position(mark: _Mark | None) -> Position:
    """Turn a place that the YAML parser gives, counted from 0, into ours."""
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def yaml_tokens(text: str) -> Iterator[Token]:
    """Tell the parts of a YAML text; an alias is a scalar."""
    parser = CBaseLoader(text)
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            if event is not None and (token := _token(event)):
                yield token
    except YAMLError:
        return


def _token(event: Event) -> Token | None:
    position = mark_position(event.start_mark)
    match event:
        case ScalarEvent():
            return Token("scalar", str(event.value), position)
        case AliasEvent():
            return Token("scalar", "", position)
        case MappingStartEvent():
            return Token("mapping", "", position)
        case SequenceStartEvent():
            return Token("list", "", position)
        case CollectionEndEvent():
            return Token("close", "", position)
        case _:
            return None


def _unquoted(part: str) -> str:
    if not part.startswith('"'):
        return part
    try:
        return str(json.loads(part, strict=False))
    except ValueError:
        return part

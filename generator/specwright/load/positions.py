"""The line and column of a place in a file, looked up again when a problem is printed.

In: the path of a file and JSON pointers. Out: for each pointer the place of its last key (that is what a
problem is about), of the item in a list, or of the nearest place above it that the file has. A merged or
aliased YAML value is found at the place that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from specwright.load.limits import MAX_BYTES
from specwright.load.pointers import split
from specwright.load.text import Syntax, syntax_of
from specwright.load.tokens import Token, json_tokens, yaml_tokens
from specwright.problems import Position

__all__ = ["find_position", "find_positions"]


def find_position(path: Path, pointer: str) -> Position | None:
    """Find one place; nothing if the file cannot be read."""
    return find_positions(path, [pointer]).get(pointer)


def find_positions(path: Path, pointers: Iterable[str]) -> dict[str, Position]:
    """Find many places of one file in one reading."""
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    wanted = _Wanted()
    asked = list(dict.fromkeys(pointers))
    for pointer in asked:
        wanted.add(split(pointer))
    tokens = json_tokens(text) if syntax_of(path.suffix, text) is Syntax.JSON else yaml_tokens(text)
    _mark(wanted, tokens)
    found = {pointer: wanted.nearest(split(pointer)) for pointer in asked}
    return {pointer: position for pointer, position in found.items() if position is not None}


@dataclass(slots=True)
class _Wanted:
    """A tree of the steps that are asked for, with the places found so far."""

    position: Position | None = None
    # A key may stand twice, and its last value counts: places below an earlier value are no longer those meant.
    times: int = 0
    within: int = 0
    steps: dict[str, _Wanted] = field(default_factory=dict[str, "_Wanted"])

    def add(self, steps: Iterable[str]) -> None:
        node = self
        for step in steps:
            node = node.steps.setdefault(step, _Wanted())

    def nearest(self, steps: Iterable[str]) -> Position | None:
        node, position = self, self.position
        for step in steps:
            below = node.steps[step]
            if below.position is None or below.within != node.times:
                break
            node, position = below, below.position
        return position


@dataclass(slots=True)
class _Frame:
    """An open collection: what is wanted below it, and the key or index that comes next."""

    wanted: _Wanted | None
    is_mapping: bool
    index: int = 0
    key: Token | None = None

    def enter(self, token: Token) -> _Wanted | None:
        """Step to the value that `token` begins, and note its place."""
        step, position = str(self.index), token.position
        if self.key is not None:
            step, position = self.key.text, self.key.position
        self.index += 1
        self.key = None
        below = self.wanted.steps.get(step) if self.wanted else None
        if self.wanted is not None and below is not None:
            below.position, below.within = position, self.wanted.times
            below.times += 1
        return below


def _mark(wanted: _Wanted, tokens: Iterator[Token]) -> None:
    stack: list[_Frame] = []
    for token in tokens:
        if token.kind == "close":
            if stack:
                stack.pop()
            continue
        frame = stack[-1] if stack else None
        if frame is not None and frame.is_mapping and frame.key is None:
            frame.key = token
            continue
        below = frame.enter(token) if frame is not None else wanted
        if frame is None:
            wanted.position = token.position
        if token.kind in ("mapping", "list"):
            stack.append(_Frame(below, token.kind == "mapping"))

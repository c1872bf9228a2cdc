"""Layout: which lines of `sources.toml` hold which entry and which key.

In: the file's text. Out: a `Layout`, to tell a place and to change a value where it stands.

Why lines and not a library that writes TOML: the standard library reads TOML without positions and writes none. An
edit changes whole statements, and whoever edits reads the result back (`editing`): a slip here is a refusal, never a
damaged file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Block", "Layout", "Statement", "layout_of"]

_ENTRY = re.compile(r"\s*\[\[\s*source\s*\]\]\s*(#.*)?")
_PARTS = re.compile(r"\s*\[\s*source\s*\.\s*parts\s*\]\s*(#.*)?")
_TABLE = re.compile(r"\s*\[")
_KEY = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*=\s*""")
_QUOTES = ('"""', "'''", '"', "'")
_OPEN, _CLOSE = "[{", "]}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A key with its value: the first line, the line after the last one, where the value begins and ends in them."""

    start: int
    stop: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One `[[source]]`: the line of its header, its keys, and where more can be put; the same of its parts."""

    header: int
    keys: dict[str, Statement]
    parts_header: int | None
    parts: dict[str, Statement]


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines, with their ends, and the entries in order."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]


@lru_cache(maxsize=4)
def layout_of(text: str) -> Layout:
    """Find the entries of a text."""
    lines = text.splitlines(keepends=True)
    blocks: list[Block] = []
    keys: dict[str, Statement] | None = None
    for statement in _statements(lines):
        line = lines[statement.start]
        found = _KEY.match(line)
        if _ENTRY.fullmatch(line.rstrip()):
            blocks.append(Block(statement.start, {}, None, {}))
            keys = blocks[-1].keys
        elif _PARTS.fullmatch(line.rstrip()) and blocks:
            last = blocks[-1]
            blocks[-1] = Block(last.header, last.keys, statement.start, last.parts)
            keys = last.parts
        elif found is None and _TABLE.match(line):
            keys = None
        elif found is not None and keys is not None:
            keys[_name(found)] = statement
    return Layout(tuple(lines), tuple(blocks))


def _name(found: re.Match[str]) -> str:
    quoted, literal, bare = found.groups()
    # A path with an escape in it is not found by its name; the edit is then refused, as the result does not read back.
    return str(quoted or literal or bare or "")


def _statements(lines: Sequence[str]) -> Iterator[Statement]:
    """Every header and every key with its value, whatever number of lines it takes."""
    number = 0
    while number < len(lines):
        line = lines[number]
        found = _KEY.match(line)
        if found is None:
            yield Statement(number, number + 1, 0, len(line.rstrip()))
            number += 1
            continue
        stop, end = _value(lines, number, found.end())
        yield Statement(number, stop, found.end(), end)
        number = stop


def _value(lines: Sequence[str], number: int, column: int) -> tuple[int, int]:
    """The line after a value, and the column in its last line where it ends."""
    depth, quote, end = 0, "", column
    while number < len(lines):
        line = lines[number]
        while column < len(line):
            step, depth, quote, is_over = _step(line, column, depth, quote)
            if is_over:
                break
            column += step
            end = column if line[column - step : column].strip() else end
        if not depth and quote not in _QUOTES[:2]:
            return number + 1, end
        number, column, end = number + 1, 0, 0
    return number, end


def _step(line: str, column: int, depth: int, quote: str) -> tuple[int, int, str, bool]:
    """How far the next sign reaches, the depth and the open quote after it, and whether the rest is a comment."""
    if quote:
        if line[column] == "\\" and quote.startswith('"'):
            return 2, depth, quote, False
        closes = line.startswith(quote, column)
        return (len(quote), depth, "", False) if closes else (1, depth, quote, False)
    if line[column] == "#":
        return 0, depth, quote, True
    opened = next((each for each in _QUOTES if line.startswith(each, column)), "")
    if opened:
        return len(opened), depth, opened, False
    change = (line[column] in _OPEN) - (line[column] in _CLOSE)
    return 1, depth + change, quote, False

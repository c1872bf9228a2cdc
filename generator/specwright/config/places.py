"""Places: where a setting stands in `specwright.toml`.

In: the file's text, the number of a `[[sdk]]`, and a key. Out: a `Position`.

Why by reading lines: the standard library reads TOML without positions, and the file is written by hand, one setting
on a line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from specwright.problems import Position

__all__ = ["place_in", "place_of"]

_HEADER = re.compile(r"\s*\[\[\s*sdk\s*\]\]")
_START = Position(1, 1)


def place_of(text: str, index: int | None, key: str = "") -> Position:
    """The place of a key in the `[[sdk]]` of this number, or at the top; else that of the table."""
    lines = text.splitlines()
    headers = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    sections = list(pairwise([-1, *headers, len(lines)]))
    number = 0 if index is None else index + 1
    if number >= len(sections):
        return _find(lines, range(len(lines)), "sdk") or _START
    start, end = sections[number]
    return _find(lines, range(start + 1, end), key) or (Position(start + 1, 1) if index is not None else _START)


def place_in(text: str, index: int, table: str, number: int, key: str = "") -> Position:
    """The place of a key in the `[[sdk.TABLE]]` of this number, else the header's; written inline, the list's."""
    lines = text.splitlines()
    start = place_of(text, index).line
    below = range(start, next((at for at in range(start, len(lines)) if _HEADER.match(lines[at])), len(lines)))
    header = re.compile(rf"\s*\[\[\s*sdk\s*\.\s*{re.escape(table)}\s*\]\]")
    headers = [at for at in below if header.match(lines[at])]
    if number >= len(headers):
        return place_of(text, index, table)
    first = headers[number] + 1
    end = next((at for at in range(first, below.stop) if lines[at].lstrip().startswith("[")), below.stop)
    return _find(lines, range(first, end), key) or Position(first, 1)


def _find(lines: list[str], among: range, key: str) -> Position | None:
    wanted = re.compile(rf"(\s*)(?:[\"']?{re.escape(key)}[\"']?\s*=|\[sdk\.{re.escape(key)}\])") if key else None
    found = ((number, wanted.match(lines[number])) for number in among) if wanted else iter(())
    return next((Position(number + 1, len(match[1]) + 1) for number, match in found if match), None)

"""Tuples: past a library that knows them only where nothing else is possible.

In: the schemas of a tuple's items, `MORE` behind one of which there may be any number; later the source that the
library made. Out: a schema that it writes without a class of its own; the source with `tuple[...]` in that place.

How: a list of a marker or of the items, the first one inside one list, the second inside two: so no two are equal, and
none is joined with another. What comes out is `list[TupleItems | list[A] | list[list[B]]]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from specwright.load import Json

__all__ = ["MARKER", "MORE", "tuple_schema", "with_tuples"]

MARKER = "TupleItems"
MORE = "TupleMore"
"""Stands for `...`: any number of the item before."""

_BEGIN = re.compile(rf"list\[(?:Union\[{MARKER}, |{MARKER} \| )")
_IMPORT = re.compile(rf"^from \S+ import (?:{MARKER}|{MORE})\n", re.MULTILINE)


def tuple_schema(items: Sequence[Json]) -> dict[str, Json]:
    """A schema that holds the items in their order."""
    branches: list[Json] = [{"$ref": f"#/components/schemas/{MARKER}"}]
    for depth, item in enumerate(items, 1):
        branches.append(_inside(item, depth))
    return {"type": "array", "items": {"anyOf": branches}}


def _inside(item: Json, depth: int) -> Json:
    """The item in so many lists."""
    return {"type": "array", "items": _inside(item, depth - 1)} if depth else item


def with_tuples(source: str) -> str:
    """The source with each such list as a tuple, the innermost first."""
    plain = _IMPORT.sub("", source)
    while found := list(_BEGIN.finditer(plain)):
        begin = found[-1]
        end = _end(plain, begin.end())
        items = ", ".join(_bare(item, depth) for depth, item in enumerate(_parts(plain[begin.end() : end]), 1))
        closing = 2 if "Union[" in begin[0] else 1
        plain = f"{plain[: begin.start()]}tuple[{items}]{plain[end + closing :]}"
    return plain


def _bare(item: str, depth: int) -> str:
    written = item[len("list[") * depth : -depth]
    return "..." if written == MORE else written


def _parts(inside: str) -> Iterator[str]:
    """The parts of a union that are not inside brackets."""
    start = at = 0
    for at in _outside(inside):
        if inside.startswith((" | ", ", "), at):
            yield inside[start:at]
            start = at + (3 if inside[at] == " " else 2)
    yield inside[start:]


def _end(source: str, start: int) -> int:
    """Where the bracket closes that is open at the start."""
    return next(at for at in _outside(source, start) if source[at] == "]")


def _outside(source: str, start: int = 0) -> Iterator[int]:
    """The places that are in no bracket and in no quotes."""
    depth, at = 0, start
    while at < len(source):
        sign = source[at]
        if depth == 0:
            yield at
        if sign in "'\"":
            at = _after_quotes(source, at)
            continue
        depth += (sign == "[") - (sign == "]")
        at += 1


def _after_quotes(source: str, at: int) -> int:
    quote, at = source[at], at + 1
    while source[at] != quote:
        at += 2 if source[at] == "\\" else 1
    return at + 1

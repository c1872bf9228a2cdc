"""How deep the smallest value of a schema is: what ends a recursion.

In: a schema. Out: a number; `ENDLESS` where every value would hold another one.

Why by rounds over all that a schema reaches, and not by walking into it: recursive unions of 60 branches would be
walked 60 times 60 times.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

from .merging import Impossible, Part, Plain, plain
from .raw import Library, mapping

__all__ = ["ENDLESS", "Heights"]

ENDLESS: Final = 99
_Key: TypeAlias = tuple[Path, str]


class Heights:
    """The heights of one document's schemas."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[_Key, int] = {}

    def of(self, part: Part) -> int:
        """The height of a schema."""
        new = {key: schema for key, schema in self._reached(part) if key not in self._known}
        self._known.update(dict.fromkeys(new, ENDLESS))
        while sum(self._lower(key, schema) for key, schema in new.items()):
            pass  # each round settles at least one more
        return self._of(part)

    def _reached(self, part: Part) -> Iterator[tuple[_Key, Plain]]:
        seen: set[_Key] = set()
        waiting = [part]
        while waiting:
            each = waiting.pop()
            key = _key(each)
            if key in seen or key in self._known:
                continue
            schema = self._plain(each)
            if key is not None:
                seen.add(key)
                yield key, schema
            waiting += _inside(schema)

    def _plain(self, part: Part) -> Plain:
        try:
            return plain([part], self._library)
        except Impossible:
            return Plain(types=())

    def _lower(self, key: _Key, schema: Plain) -> bool:
        """Whether the height of a schema is less than was known."""
        found = self._height(schema)
        is_lower = found < self._known[key]
        self._known[key] = min(found, self._known[key])
        return is_lower

    def _of(self, part: Part) -> int:
        key = _key(part)
        return self._known[key] if key is not None else self._height(self._plain(part))

    def _height(self, schema: Plain) -> int:
        if schema.types == ():
            return ENDLESS
        chosen = [min(self._of(each) for each in branches) for branches in schema.choices]
        return min(ENDLESS, 1 + max((*(self._of(each) for each in _needed(schema)), *chosen), default=0))


def _key(part: Part) -> _Key | None:
    reference = mapping(part.node).get("$ref")
    return (part.file, reference) if isinstance(reference, str) else None


def _needed(schema: Plain) -> list[Part]:
    """The schemas of which every value holds one."""
    required = [each for name in schema.required for each in schema.properties.get(name, [])]
    return required + (schema.items if schema.words.get("minItems") else [])


def _inside(schema: Plain) -> list[Part]:
    return _needed(schema) + [each for branches in schema.choices for each in branches]

"""JSON pointers (RFC 6901): text such as `/paths/~1pets/get` to steps, back, and to the value it names.

In: a pointer, or steps. Out: steps, a pointer, or the value found. A list is entered by a decimal index.
"""

from __future__ import annotations

import re

from specwright.load.shape import Json

__all__ = ["NowhereError", "join", "lookup", "split"]

# A longer index is beyond any list, and beyond what Python reads as a number.
_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,15})\Z")


class NowhereError(LookupError):
    """A pointer leads to nothing in this document."""


def split(pointer: str) -> tuple[str, ...]:
    """Give the steps of a pointer, unescaped."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def join(pointer: str, *steps: str | int) -> str:
    """Lengthen a pointer by steps, escaped."""
    return pointer + "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def lookup(data: Json, pointer: str) -> Json:
    """Find the value at a pointer, or raise `NowhereError`."""
    if pointer and not pointer.startswith("/"):
        raise NowhereError(pointer)
    value = data
    for step in split(pointer):
        match value:
            case dict() if step in value:
                value = value[step]
            case list() if _INDEX.match(step) and int(step) < len(value):
                value = value[int(step)]
            case _:
                raise NowhereError(pointer)
    return value

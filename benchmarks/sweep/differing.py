"""Where two JSON values differ.

In: the value that went in and the one that came out. Out: each place with both values; nothing for the same JSON.
Numbers are the same by value, and `true` is no number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from .raw import Data

__all__ = ["Difference", "differences", "shown"]

_ABSENT: Final = "nothing"
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Difference:
    """One place; `is_spelling` where both texts are the same time or the same UUID."""

    place: str
    one: str
    other: str
    is_spelling: bool = False

    def __str__(self) -> str:
        return f"at {self.place or 'the top'}: {self.one} became {self.other}"


def differences(one: Data, other: Data) -> list[Difference]:
    """Every place where they differ."""
    return list(_differing(one, other, ""))


def shown(value: Data) -> str:
    """A value in one short line."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _differing(one: Data, other: Data, place: str) -> Iterator[Difference]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            inside = f"{place}.{key}"
            if key not in one or key not in other:
                gone, come = (shown(each[key]) if key in each else _ABSENT for each in (one, other))
                yield Difference(inside, gone, come)
            else:
                yield from _differing(one[key], other[key], inside)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (each, its) in enumerate(zip(one, other, strict=True)):
            yield from _differing(each, its, f"{place}[{index}]")
    elif isinstance(one, bool) != isinstance(other, bool) or one != other:
        yield Difference(place, shown(one), shown(other), _is_spelling(one, other))


def _is_spelling(one: Data, other: Data) -> bool:
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    for read in (datetime.fromisoformat, UUID):
        try:
            return read(one) == read(other)
        except ValueError:
            continue
    return False

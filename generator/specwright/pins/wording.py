"""Wording: named things and their names, as people write them.

In: places, and names by place. Out: what a thing is called from outside (`pets.list`, `Pet.first_name`), and what it is
in the specification (`query parameter "limit" of GET /pets`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from specwright.names import NAME, PAGER, PROPERTY, Place

__all__ = ["full_name", "sentence", "told"]

_THINGS: Mapping[str, str] = {
    "path": "path parameter",
    "query": "query parameter",
    "querystring": "query",
    "header": "header",
    "cookie": "cookie",
    "body": "property of the body",
    PROPERTY: "property",
}


def full_name(names: Mapping[Place, str], place: Place) -> str:
    """The name with what it belongs to, as a pattern has it; where that has no name, its place."""
    whole = names.get(replace(place, part=NAME), place.key)
    name = names.get(place, "")
    if place.part == NAME:
        return whole
    if place.part == PAGER:
        return f"{whole.rpartition('.')[0]}.{name}"
    return f"{whole}.{name}"


def told(place: Place) -> str:
    """What the thing is in the specification."""
    key = f"scheme {place.key}" if place.kind == "schemes" else place.key
    if place.part == NAME:
        return key
    if place.part == PAGER:
        return f"the listing of all pages of {key}"
    return f'{_THINGS[place.part[0]]} "{place.part[1]}" of {key}'


def sentence(place: Place, old: str, new: str, was: tuple[str, ...]) -> str:
    """What became of a name."""
    if not new:
        return f"{told(place)}: {old} is gone."
    if old == new:
        return f"{told(place)}: {old} is kept."
    if not was:
        return f"{told(place)}: {old} is {new} now, and is not deprecated but gone."
    return f"{told(place)}: {old} is {new} now, and is deprecated."

"""Wording: named things and their names, as people write them.

In: places, and names by place. Out: what a thing is called from outside (`pets.list`, `Pet.first_name`), and what it is
in the specification (`query parameter "limit" of GET /pets`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from specwright.names import NAME, PAGER, PROPERTY, Place
from specwright.pins.ledger import ID

__all__ = ["count_of", "dropped", "full_name", "renamed", "told"]

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


def count_of(places: Iterable[Place]) -> str:
    """How many names are at places."""
    count = sum(place.part != ID for place in places)
    return "1 name" if count == 1 else f"{count} names"


def renamed(place: Place, old: str, new: str, was: Iterable[str]) -> str:
    """What became of a name that was changed."""
    stays = "is deprecated" if old in was else "is gone"
    return f"{told(place)}: {old} is {new} now; the old name {stays}."


def dropped(place: Place, was: str, name: str) -> str:
    """What became of a former name that a release has dropped."""
    return f"{told(place)}: {was} is no longer there beside {name}."

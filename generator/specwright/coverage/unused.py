"""Unused: the components that nothing in a document leads to.

In: a survey. Out: the keys of their places. Schemas and security schemes are generated as they are, used or not; a
parameter, an answer or an example comes out where an operation uses it, and one that none uses has no place to go.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from specwright.load.pointers import split
from specwright.validate.survey import Key, Place, Survey

__all__ = ["unused_places"]

_Unit: TypeAlias = tuple[str, ...]
_ALWAYS: _Unit = ()
_GENERATED_ANYWAY = frozenset({"schemas", "securitySchemes"})


def unused_places(found: Survey) -> frozenset[Key]:
    """The places of components that no operation leads to."""
    units = {key: _unit(found, key) for key in found.places}
    members: dict[_Unit, list[Place]] = {}
    for key, place in found.places.items():
        members.setdefault(units[key], []).append(place)
    live = _reached(units, members)
    return frozenset(key for key, unit in units.items() if unit not in live)


def _unit(found: Survey, key: Key) -> _Unit:
    """The component that a place is part of."""
    file, pointer, _ = key
    if file != found.document.file or not pointer.startswith("/components/"):
        return _ALWAYS
    steps = split(pointer)[:3]
    return steps if len(steps) == 3 and steps[1] not in _GENERATED_ANYWAY else _ALWAYS


def _reached(units: Mapping[Key, _Unit], members: Mapping[_Unit, list[Place]]) -> set[_Unit]:
    live = {_ALWAYS}
    waiting = [_ALWAYS]
    while waiting:
        for place in members.get(waiting.pop(), ()):
            unit = units.get(place.refers_to, _ALWAYS) if place.refers_to else _ALWAYS
            if unit not in live:
                live.add(unit)
                waiting.append(unit)
    return live

"""Following: pins of things that have moved to another place under the same name.

In: the pins of a version, and what the rules call the things that are there now. Out: where pins have moved to, and the
pins at those places.

A thing has moved where its place is gone and a new one has its operationId, or else its name: an operation under
another path, a component renamed to what is spelled the same, a property that changed its spelling on the wire. A model
has also moved where exactly one new one has its properties, and with it what stands inside it: a component that is
renamed is the same type to those who use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from specwright.names.pins import NAME, Pins, Place

__all__ = ["followed", "moved"]


def moved(pins: Pins, rules: Mapping[Place, str], ids: Mapping[str, str]) -> Mapping[Place, Place]:
    """The place that there is now of each pin whose own is gone and whose thing is not."""
    wholes = dict(_wholes(pins, rules, ids))
    there = {place: replace(place, key=wholes[own]) for place in pins.names if (own := _whole(place)) in wholes}
    standing = {there.get(place, place): place for place in pins.names}
    respelled = {standing[old]: new for old, new in _respelled(standing, pins, rules)}
    return {**there, **respelled}


def followed(pins: Pins, places: Mapping[Place, Place]) -> Pins:
    """The pins at the places that there are now."""
    keys = {old.key: new.key for old, new in places.items() if old.kind == "operations"}
    return Pins(
        {places.get(place, place): pin for place, pin in pins.names.items()},
        {keys.get(key, key): each for key, each in pins.ids.items()},
    )


def _wholes(pins: Pins, rules: Mapping[Place, str], ids: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    """The new key of each whole thing that has moved."""
    gone = sorted(place for place in pins.names if place.part == NAME and place not in rules)
    new = sorted(place for place in rules if place.part == NAME and place not in pins.names) if gone else []
    by_id = {ids[place.key]: place for place in new if place.kind == "operations" and place.key in ids}
    by_name = {(place.kind, rules[place]): place for place in new}
    taken: set[Place] = set()
    for place in gone:
        own = pins.ids.get(place.key, "") if place.kind == "operations" else ""
        there = by_id.get(own) or by_name.get((place.kind, pins.names[place].name))
        if there and there not in taken:
            taken |= {place, there}
            yield place, there.key
    lost, left = ([place for place in among if place not in taken] for among in (gone, new))
    yield from _renamed_models(_models(lost, pins.names), _models(left, rules))


def _models(among: Iterable[Place], names: Mapping[Place, object]) -> Mapping[str, frozenset[tuple[str, ...]]]:
    """The properties of each of these models."""
    parts: dict[str, set[tuple[str, ...]]] = {place.key: set() for place in among if place.kind == "models"}
    for place in names:
        if place.kind == "models" and place.part != NAME and place.key in parts:
            parts[place.key].add(place.part)
    return {key: frozenset(listed) for key, listed in parts.items()}


def _renamed_models(
    gone: Mapping[str, frozenset[tuple[str, ...]]], new: Mapping[str, frozenset[tuple[str, ...]]]
) -> Iterator[tuple[Place, str]]:
    """Models of the same properties, where there is one on each side; then what stands inside them."""
    pairs = {key: _alone(parts, new) for key, parts in gone.items() if parts and _alone(parts, gone)}
    prefixes = {f"{old}/": f"{now}/" for old, now in pairs.items() if now}
    for key in gone:
        inside = next((now + key.removeprefix(old) for old, now in prefixes.items() if key.startswith(old)), "")
        found = pairs.get(key) or (inside if inside in new else "")
        if found:
            yield Place("models", key), found


def _alone(parts: frozenset[tuple[str, ...]], models: Mapping[str, frozenset[tuple[str, ...]]]) -> str:
    """The only model with these properties."""
    found = [key for key, own in models.items() if own == parts]
    return found[0] if len(found) == 1 else ""


def _respelled(
    standing: Mapping[Place, Place], pins: Pins, rules: Mapping[Place, str]
) -> Iterator[tuple[Place, Place]]:
    """The new place of each argument or property of a thing that still stands; `standing` leads to where it was."""
    wholes = {_whole(place) for place in rules}
    gone = sorted(each for each in standing if each.part != NAME and each not in rules and _whole(each) in wholes)
    new = sorted((each for each in rules if each.part != NAME and each not in standing), reverse=True) if gone else []
    by_name = {(_whole(place), place.part[0], rules[place]): place for place in new}
    for place in gone:
        there = by_name.pop((_whole(place), place.part[0], pins.names[standing[place]].name), None)
        if there:
            yield place, there


def _whole(place: Place) -> Place:
    return replace(place, part=NAME)

"""Standing: the lines of a ledger, where their things stand now.

In: a ledger, and SDKs that were named with its pins. Out: the ledger with the lines of moved things at their new
places, and with a line for every public name that had none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from specwright.names import Pin, Place
from specwright.pins.ledger import ID, Ledger, Line, Section, SectionKey, place_of_id
from specwright.pins.namespaces import with_namespaces
from specwright.pins.publicity import placed_of, public_places
from specwright.sdk import Sdk, Version

__all__ = ["key_of", "lines_of", "settled", "updated"]


def key_of(sdk: Sdk, version: Version) -> SectionKey:
    """The section of a version."""
    return sdk.distribution, version.namespace


def updated(ledger: Ledger, sdks: Iterable[Sdk]) -> Ledger:
    """The ledger with a line for every name."""
    sections = dict(ledger.sections)
    for sdk in sdks:
        for version in sdk.versions:
            lines = lines_of(ledger, sdk, version)
            named = {place: line for place, line in lines.items() if not _is_without_id(version, place)}
            sections[key_of(sdk, version)] = Section({**named, **_ids(version, lines), **_added(version, lines)})
    return replace(ledger, sections=sections)


def settled(ledger: Ledger, sdks: tuple[Sdk, ...]) -> Ledger:
    """The ledger with each line where its thing stands now."""
    ledger = with_namespaces(ledger, sdks)
    own = {key_of(sdk, version): Section(lines_of(ledger, sdk, version)) for sdk in sdks for version in sdk.versions}
    return replace(ledger, sections={**ledger.sections, **{key: own[key] for key in own if key in ledger.sections}})


def lines_of(ledger: Ledger, sdk: Sdk, version: Version) -> Mapping[Place, Line]:
    """The lines that there are, by the places where their things stand now."""
    placed = placed_of(version)
    keys = {old.key: new.key for old, new in placed.moved.items() if old.kind == "operations"}
    return {
        replace(place, key=keys.get(place.key, place.key)) if place.part == ID else placed.moved.get(place, place): line
        for place, line in ledger.sections.get(key_of(sdk, version), Section()).lines.items()
    }


def _added(version: Version, lines: Mapping[Place, Line]) -> Mapping[Place, Line]:
    placed = placed_of(version)
    return {place: Line(Pin(placed.rules[place])) for place in public_places(version) if place not in lines}


def _is_without_id(version: Version, place: Place) -> bool:
    """Whether a line holds the operationId of an operation that has none any more."""
    placed = placed_of(version)
    return place.part == ID and place.key not in placed.ids and Place("operations", place.key) in placed.rules


def _ids(version: Version, lines: Mapping[Place, Line]) -> Mapping[Place, Line]:
    """The operationIds of today; no promise to anybody, but they tell why a name has changed."""
    ids = ((place_of_id(key), Pin(each)) for key, each in placed_of(version).ids.items())
    return {place: replace(lines[place], pin=pin) if place in lines else Line(pin) for place, pin in ids}

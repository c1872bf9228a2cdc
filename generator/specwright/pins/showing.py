"""Showing: the names of SDKs, for people and for programs.

In: a ledger, and the SDKs that were named with it. Out: text, or JSON.

A plain list has operations, webhooks and models, and of their parts only what is not as usual; a pattern shows all that
it means.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import groupby
from typing import Literal, TypeAlias

from specwright.names import NAME, Pin, Place
from specwright.pins.applying import Applied
from specwright.pins.comparing import changed, gone
from specwright.pins.ledger import ID, Ledger, Section, SectionKey
from specwright.pins.namespaces import with_namespaces
from specwright.pins.publicity import placed_of
from specwright.pins.standing import key_of, lines_of
from specwright.pins.wording import full_name, told
from specwright.pins.writing import sorted_places
from specwright.sdk import Sdk, Version

__all__ = ["Shown", "as_json", "as_text", "meant", "shown_names"]

State: TypeAlias = Literal["pinned", "new", "changed", "kept", "gone"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One name and what is to be known of it; `rule` is what the rules give."""

    section: SectionKey
    place: Place
    full: str
    name: str
    rule: str
    state: State
    was: tuple[str, ...]
    since: str


def shown_names(ledger: Ledger, applied: Applied) -> Iterator[Shown]:
    """Every name in the order of the file, new ones among them."""
    ledger = with_namespaces(ledger, applied.sdks)
    now = applied.ledger or ledger
    for sdk in applied.sdks:
        for version in sdk.versions:
            yield from _of_version(ledger, now.sections[key_of(sdk, version)], sdk, version)


def meant(names: Iterable[Shown], pattern: str) -> tuple[Shown, ...]:
    """The names that a pattern means; without one each whole thing, and whatever is not as usual."""
    return tuple(each for each in names if _is_meant(each, pattern))


def as_text(names: Iterable[Shown]) -> str:
    """A line for each name, below a line for its SDK and version."""
    lines: list[str] = []
    for section, own in groupby(names, key=lambda each: each.section):
        lines.append(" ".join(part for part in section if part))
        lines += [f"  {_line(each)}" for each in own]
    return "".join(f"{each}\n" for each in lines)


def as_json(names: Iterable[Shown]) -> str:
    """An object for each name."""
    return json.dumps([_as_json(each) for each in names], indent=2, ensure_ascii=False) + "\n"


def _of_version(ledger: Ledger, now: Section, sdk: Sdk, version: Version) -> Iterator[Shown]:
    placed, there = placed_of(version), lines_of(ledger, sdk, version)
    other, without = changed(version), set(gone(version, there))
    names = {place: line.pin.name for place, line in now.lines.items()}
    for place in (each for each in sorted_places(now) if each.part != ID):
        pin = now.lines[place].pin
        state = _state(pin, is_new=place not in there, is_changed=place in other, is_gone=place in without)
        rule = placed.rules.get(place, "")
        yield Shown(key_of(sdk, version), place, full_name(names, place), pin.name, rule, state, pin.was, pin.since)


def _state(pin: Pin, *, is_new: bool, is_changed: bool, is_gone: bool) -> State:
    if is_gone:
        return "gone"
    if is_changed:
        return "changed"
    return "new" if is_new else "kept" if pin.kept else "pinned"


def _is_meant(each: Shown, pattern: str) -> bool:
    if not pattern:
        return each.place.part == NAME or each.state != "pinned" or bool(each.was)
    words = (each.full, f"{each.section[1]}.{each.full}", each.place.key)
    return pattern in words or any(fnmatchcase(word, pattern) for word in words)


def _line(each: Shown) -> str:
    notes = {
        "pinned": "",
        "new": "new",
        "changed": f"the rules give {each.rule} now",
        "kept": f"kept; the rules give {each.rule}",
        "gone": "gone",
    }[each.state]
    was = f"was {', '.join(each.was)} before {each.since}" if each.was else ""
    note = "; ".join(part for part in (notes, was) if part)
    return f"{each.full}: {told(each.place)}{f' ({note})' if note else ''}"


def _as_json(each: Shown) -> Mapping[str, object]:
    sdk, version = each.section
    return {
        "sdk": sdk,
        "version": version,
        "kind": each.place.kind,
        "place": each.place.key,
        "part": list(each.place.part),
        "full": each.full,
        "name": each.name,
        "rule": each.rule,
        "state": each.state,
        "was": list(each.was),
        "since": each.since,
    }

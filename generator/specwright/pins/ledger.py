"""The names ledger as values: each pin with its line in the file.

In: nothing. Out: `Ledger`, `Section` (one version of an SDK) and `Line`.

Why comments are kept: people write down there why a name is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from specwright.names import NAME, PAGER, PROPERTY, Kind, Pin, Pins, Place
from specwright.names.releases import is_alive

__all__ = ["DOUBLE", "ID", "KINDS", "SINGLE", "Ledger", "Line", "Section", "SectionKey", "place_of_id"]

ID: tuple[str, ...] = ("id",)
"""The part of an operation that is no name: the operationId that its name was made from."""

KINDS: tuple[Kind, ...] = ("operations", "webhooks", "models", "schemes")
"""The kinds of tables, in the order of the file."""

SINGLE = (NAME[0], ID[0], PAGER[0])
DOUBLE = ("path", "query", "querystring", "header", "cookie", "body", PROPERTY)
"""What a line begins with, in the order of a table: a word by itself, or one before a name on the wire."""

SectionKey: TypeAlias = tuple[str, str]
"""An SDK, and the namespace of one of its versions, empty where it has only one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A pin, its number in the file, and the comments above and beside it."""

    pin: Pin
    number: int = 0
    above: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one version."""

    lines: Mapping[Place, Line] = field(default_factory=dict[Place, Line])

    def pins(self, release: str) -> Pins:
        """The pins as they are in a release of the SDK: former names that it drops are gone."""
        names = {place: _in(each.pin, release) for place, each in self.lines.items() if place.part != ID}
        return Pins(names, {place.key: each.pin.name for place, each in self.lines.items() if place.part == ID})


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every section, and the comments at the end of the file."""

    sections: Mapping[SectionKey, Section] = field(default_factory=dict[SectionKey, Section])
    below: tuple[str, ...] = ()

    def pins_of(self, sdk: str, release: str) -> Mapping[str, Pins]:
        """The pins of an SDK by namespace."""
        own = ((namespace, section) for (name, namespace), section in self.sections.items() if name == sdk)
        return {namespace: section.pins(release) for namespace, section in own}


def place_of_id(key: str) -> Place:
    """The line of an operation's id."""
    return Place("operations", key, ID)


def _in(pin: Pin, release: str) -> Pin:
    return pin if not pin.was or is_alive(pin.since, release) else Pin(pin.name, kept=pin.kept)

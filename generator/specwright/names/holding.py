"""Holding: pins over what the rules give, kind by kind.

In: the pins of a version, and names by the keys that a target asks for. Out: the names that hold, those that things had
before, and by place what the rules gave and what holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from specwright.names.pins import Former, Pins, Place

__all__ = ["Holding"]

K = TypeVar("K")


@dataclass(slots=True)
class Holding:
    """What is noted while one version is named; without pins nothing is, as that costs time."""

    pins: Pins | None
    rules: dict[Place, str] = field(default_factory=dict[Place, str])
    names: dict[Place, str] = field(default_factory=dict[Place, str])

    def over(self, rules: Mapping[K, str], place: Callable[[K], Place]) -> dict[K, str]:
        """The names that the rules give, those that are pinned as they are pinned."""
        if self.pins is None:
            return dict(rules)
        held: dict[K, str] = {}
        for key, name in rules.items():
            there = place(key)
            pin = self.pins.names.get(there)
            held[key] = pin.name if pin else name
            self.rules[there], self.names[there] = name, held[key]
        return held

    def former(self, keys: Mapping[K, object], place: Callable[[K], Place]) -> dict[K, tuple[Former, ...]]:
        """The names that things had before, where they had any."""
        if self.pins is None:
            return {}
        pins = ((key, self.pins.names.get(place(key))) for key in keys)
        return {key: pin.former for key, pin in pins if pin and pin.was}

"""Pins: public names that hold whatever the rules would give today, and the names that things had before.

In: nothing. Out: `Place`, which tells a named thing from all others of its version; `Pin`, the name it goes by; `Pins`,
those of one version; and `Former`, a name that still works.

A place is what survives noise in a specification: the method and path of an operation, the pointer of a model, a
location and the name on the wire of an argument. Order and operationIds are no part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

__all__ = ["NAME", "PAGER", "PROPERTY", "Former", "Kind", "Pin", "Pins", "Place"]

Kind: TypeAlias = Literal["operations", "webhooks", "models", "schemes"]

NAME: tuple[str, ...] = ("name",)
"""The part of a place that is the thing itself."""

PAGER: tuple[str, ...] = ("pager",)
"""The part that is an operation's second method, through all pages."""

PROPERTY = "properties"
"""What the part of a property begins with; an argument's begins with its location."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A named thing: a table of the ledger, by its kind and key, and a line in it."""

    kind: Kind
    key: str
    part: tuple[str, ...] = NAME


@dataclass(frozen=True, slots=True)
class Former:
    """A name that a thing had before the release `since`, in which it still works."""

    name: str
    since: str


@dataclass(frozen=True, slots=True)
class Pin:
    """The name of a thing; `kept` where somebody wants it although the rules give another one.

    `was` are names that it had before the release `since`.
    """

    name: str
    was: tuple[str, ...] = ()
    since: str = ""
    kept: bool = False

    @property
    def former(self) -> tuple[Former, ...]:
        """The names before this one."""
        return tuple(Former(name, self.since) for name in self.was)


@dataclass(frozen=True, slots=True)
class Pins:
    """The pins of one version by place, and the operationIds that names were made from by the operations' keys."""

    names: Mapping[Place, Pin] = field(default_factory=dict[Place, Pin])
    ids: Mapping[str, str] = field(default_factory=dict[str, str])

"""Comparison: what `specwright diff` has to say, whole, before it is printed.

In: nothing. Out: frozen values. A `Comparison` has a `Part` for each two versions or documents that were compared, and
a `Release` for each package on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.diff.changes import Change
from specwright.problems import Origin, Position

__all__ = ["WEIGHTS", "Comparison", "Entry", "Location", "Part", "Release", "Weight", "weight_of"]

Weight: TypeAlias = Literal["breaking", "sdk", "additive", "docs", "internal"]
"""What a change is to those who call the API through the SDK: `sdk` breaks their code and not the contract."""

WEIGHTS: tuple[Weight, ...] = ("breaking", "sdk", "additive", "docs", "internal")
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where one side stands: the file as its reader calls it, and the line if the file could be read again."""

    file: str
    origin: Origin
    position: Position | None = None

    @property
    def text(self) -> str:
        """The location as one word."""
        return f"{self.file}:{self.position.line}:{self.position.column}" if self.position else self.file


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with both of its locations; `accepted` is the reason why it is no trouble, if somebody gave one."""

    change: Change
    old: Location | None = None
    new: Location | None = None
    accepted: str = ""

    @property
    def weight(self) -> Weight:
        """What it is to users."""
        return weight_of(self.change)


@dataclass(frozen=True, slots=True)
class Part:
    """What was compared with what, and the changes, the gravest first.

    `package` is empty where documents were compared; `version` is the version's or the document's name.
    """

    package: str
    version: str
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        """What it is called above its changes."""
        return f"{self.package} {self.version}".strip()


@dataclass(frozen=True, slots=True)
class Release:
    """How the next release of a package is to be numbered, and why; `given` is what the new side already says.

    `version` is what the old side says; it and `suggested` are empty where no package was compared.
    """

    package: str
    version: str
    given: str
    step: Literal["none", "patch", "minor", "major"]
    suggested: str
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides by their names, and what is different; `revision` is that of the new side, if it is one."""

    old: str
    new: str
    parts: tuple[Part, ...]
    releases: tuple[Release, ...] = ()
    revision: str = ""

    @property
    def entries(self) -> Iterator[Entry]:
        """Every change of every part."""
        return (entry for part in self.parts for entry in part.entries)

    @property
    def accepted(self) -> int:
        """How many changes are accepted."""
        return sum(1 for entry in self.entries if entry.accepted)

    def counts(self) -> dict[Weight, int]:
        """How many changes there are of each weight, without those that are accepted."""
        found = [entry.weight for entry in self.entries if not entry.accepted]
        return {weight: found.count(weight) for weight in WEIGHTS}


def weight_of(change: Change) -> Weight:
    """What a change is to users of the SDK."""
    if change.effect.breaks and change.level != "breaking":
        return "sdk"
    # A name to move to while the old one works is something to know, however little it is to the contract.
    return "additive" if change.effect.kind == "deprecated" and change.level != "breaking" else change.level

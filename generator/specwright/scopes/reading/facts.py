"""Facts: what is known of names beyond the function that is being read.

In: keys and kinds. Out: the same, growing until nothing changes; and which files have to be read again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from specwright.scopes.reading.holding import LARGE, widened
from specwright.scopes.reading.kinds import NOTHING, Kind, Place
from specwright.scopes.reading.nearness import brings_near

__all__ = ["Fact", "Facts"]

Fact: TypeAlias = tuple[
    Literal["attribute", "bases", "below", "declared", "local", "parameter", "returns", "typed", "yields"], Place, str
]
"""What is told of a module, class or function (by its place), and of which name in it."""


@dataclass(slots=True)
class Facts:
    """Each fact only grows, and there are finitely many kinds, so reading comes to an end.

    `stale` are the files to read again, `near` those to read whole.
    """

    known: dict[Fact, Kind] = field(default_factory=dict[Fact, Kind])
    readers: dict[Fact, set[str]] = field(default_factory=dict[Fact, set[str]])
    stale: set[str] = field(default_factory=set[str])
    near: set[str] = field(default_factory=set[str])
    large: set[Fact] = field(default_factory=set[Fact])

    def get(self, fact: Fact, reader: str) -> Kind:
        """What is known, for a file that has to be read again if more comes to be known."""
        self.readers.setdefault(fact, set()).add(reader)
        return self.known.get(fact, NOTHING)

    def add(self, fact: Fact, kind: Kind) -> None:
        """Learn more of something."""
        before = self.known.get(fact, NOTHING)
        if kind <= before:
            return
        # What has grown large once stays as it was made then: else it would grow and shrink for ever.
        whole = widened(before | kind, 0 if fact in self.large else LARGE)
        if len(before | kind) > LARGE:
            self.large.add(fact)
        if whole == before:
            return
        self.known[fact] = whole
        self.stale |= self.readers.get(fact, set())
        file = fact[1][0]
        if file not in self.near and brings_near(kind, self.near):
            self.near.add(file)
            self.stale.add(file)

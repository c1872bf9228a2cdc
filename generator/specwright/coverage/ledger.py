"""The ledger: what became of every construct and every operation of the documents.

In: nothing. Out: frozen values, filled by `covering` and `comparing`, printed by `printing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specwright.coverage.rows import State
from specwright.problems import Origin

__all__ = ["Coverage", "Declared", "Entry", "Ledger", "OperationLine", "SdkLedger", "VersionLedger"]


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A construct that is not simply generated: what it is called, its state, what is given up or why, its place."""

    construct: str
    state: State
    told: str
    origin: Origin


@dataclass(frozen=True, slots=True, order=True)
class Declared:
    """An operation that a document declares: `operation`, `webhook` or `callback`, its method and its path.

    The path of a webhook is its name, that of a callback an expression; `name` is that of a webhook or a callback, and
    `registered_by` the operation that asks for a callback. `published` is its place in the file as it was published,
    which is another one where an older specification was brought up.
    """

    kind: str
    method: str
    path: str
    origin: Origin
    name: str = ""
    registered_by: str = ""
    published: Origin | None = None

    @property
    def shown(self) -> Origin:
        """The place as users know it."""
        return self.published or self.origin

    @property
    def key(self) -> str:
        """What the IR knows it by."""
        return " > ".join(part for part in (self.registered_by, self.name, f"{self.method} {self.path}") if part)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One document: how many constructs of each kind are in each state, those that lose something, its operations."""

    file: str
    counts: tuple[tuple[str, State, int], ...]
    entries: tuple[Entry, ...]
    declared: tuple[Declared, ...]
    extensions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class OperationLine:
    """An operation as declared, the name that calls it, and why not where nothing does.

    `is_shared` says that it is generated from another document, which declares it too.
    """

    declared: Declared
    name: str
    told: str = ""
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class VersionLedger:
    """One document in one package."""

    namespace: str
    coverage: Coverage
    operations: tuple[OperationLine, ...]


@dataclass(frozen=True, slots=True)
class SdkLedger:
    """One package."""

    name: str
    documents: tuple[VersionLedger, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All packages of a run."""

    sdks: tuple[SdkLedger, ...]

    def documents(self) -> Iterator[VersionLedger]:
        """Every document of every package."""
        return (each for sdk in self.sdks for each in sdk.documents)

    def count(self, *states: State) -> int:
        """How many constructs are in one of these states; a document that two packages share counts once."""
        coverages = {each.coverage.file: each.coverage for each in self.documents()}
        return sum(number for each in coverages.values() for _, state, number in each.counts if state in states)

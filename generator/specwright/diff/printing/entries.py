"""Entries: what every style prints of a part, in the order in which people read it.

In: a part. Out: its entries as `Line`s by weight and by subject: an operation, a type, or the API.

Why one line for both directions: a type that is sent and answered changes once, though each way may weigh differently;
where both weigh the same, a reader wants one line. The ids are both kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specwright.diff.comparison import WEIGHTS, Entry, Location, Part, Weight
from specwright.diff.pairs import Direction

__all__ = ["HEADINGS", "Group", "Line", "Wanted", "groups_of", "places_of", "subject_of", "summary_of"]

HEADINGS: dict[Weight, str] = {
    "breaking": "breaking",
    "sdk": "breaking in the SDK alone",
    "additive": "additive",
    "docs": "docs",
    "internal": "internal",
}


_WAYS: dict[Direction, str] = {"request": "sent", "response": "received"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to print: from this weight up, and with ids or not."""

    least: Weight = "internal"
    with_ids: bool = False

    def takes(self, entry: Entry) -> bool:
        """Whether an entry is grave enough."""
        return WEIGHTS.index(entry.weight) <= WEIGHTS.index(self.least)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to read: an entry, and the ids and operations of all that say the same."""

    entry: Entry
    ids: tuple[str, ...]
    directions: tuple[Direction, ...]
    operations: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What changed; of a type also which way it travels, for that decides what it means."""
        change = self.entry.change
        told = " and ".join(_WAYS[each] for each in sorted(self.directions) if each)
        return f"{change.sentence.rstrip('.')} ({told})." if told and " /" not in change.place else change.sentence

    @property
    def is_own(self) -> bool:
        """Whether the change stands in an operation, so that its subject says already whom it concerns."""
        return len(self.operations) == 1 and " /" in self.entry.change.place


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one weight: of each subject, its lines. What is accepted stands in a group of its own."""

    heading: str
    subjects: tuple[tuple[str, tuple[Line, ...]], ...]


def groups_of(part: Part, wanted: Wanted) -> Iterator[Group]:
    """What is to be read of a part, the gravest first."""
    taken = [entry for entry in part.entries if wanted.takes(entry)]
    for weight in WEIGHTS:
        those = [entry for entry in taken if entry.weight == weight and not entry.accepted]
        if those:
            yield Group(HEADINGS[weight], _by_subject(those))
    accepted = [entry for entry in taken if entry.accepted]
    if accepted:
        yield Group("accepted", _by_subject(accepted))


def places_of(entry: Entry) -> tuple[tuple[Location, str], ...]:
    """Where it was and where it is; a whole document says nothing where the other side is a place in one."""
    sides = tuple((where, word) for where, word in ((entry.old, "was"), (entry.new, "now")) if where)
    return tuple(each for each in sides if each[0].origin.pointer) or sides


def subject_of(place: str) -> str:
    """What a change is about as a whole: the first words of its place."""
    first, _, rest = place.partition(" ")
    if first in ("webhook", "scheme"):
        return f"{first} {rest.split(' ')[0]}"
    if rest.startswith("/"):
        return f"{first} {rest.split(' ')[0]}"
    if first in ("api", "package"):
        return f"the {'API' if first == 'api' else first}"
    return first.partition("/")[0]


def summary_of(counts: dict[Weight, int], accepted: int) -> str:
    """How many changes there are of each weight."""
    told = [f"{count} {HEADINGS[weight]}" for weight, count in counts.items() if count]
    told += [f"{accepted} accepted"] if accepted else []
    return ", ".join(told) if told else "no change"


def _by_subject(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(subject_of(entry.change.place), []).append(entry)
    return tuple((subject, tuple(_lines(those))) for subject, those in found.items())


def _lines(entries: Iterable[Entry]) -> Iterator[Line]:
    alike: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        change = entry.change
        alike.setdefault((change.rule, change.place, change.what, change.sentence, entry.accepted), []).append(entry)
    for those in alike.values():
        operations = sorted({each for entry in those for each in entry.change.operations})
        directions: tuple[Direction, ...] = tuple(entry.change.direction for entry in those)
        yield Line(those[0], tuple(entry.change.id for entry in those), directions, tuple(operations))

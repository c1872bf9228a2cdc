"""Covering: what becomes of every construct of one document.

In: a document. Out: its `Coverage`. Each construct is looked up in the table of rows: a thing by its kind, and each of
its fields. What lies below a thing that is not generated is not counted again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from specwright.coverage.declaring import declared_in
from specwright.coverage.ledger import Coverage, Entry
from specwright.coverage.of_losses import COMBINING, entries_of
from specwright.coverage.of_readings import CODES
from specwright.coverage.rows import Row, State
from specwright.coverage.spots import Spot, spots_of
from specwright.coverage.table import row_of
from specwright.coverage.unused import unused_places
from specwright.ir import Loss
from specwright.load import Document
from specwright.load.pointers import join
from specwright.problems import Origin, Problem
from specwright.validate.survey import Survey, survey
from specwright.validate.version import version_of

__all__ = ["coverage_of"]

_UNUSED = "Nothing in the document leads to it."
# Nothing is counted below what is in one of these.
_CLOSED: frozenset[State] = frozenset({"not generated", "not shown"})
# Maps of names that are no fields.
_NAMES = frozenset({"callback", "components"})


@dataclass(slots=True)
class _Count:
    """The state of one walk."""

    states: Counter[tuple[str, State]] = field(default_factory=Counter[tuple[str, State]])
    extensions: Counter[str] = field(default_factory=Counter[str])
    entries: list[Entry] = field(default_factory=list[Entry])
    combined: dict[Origin, str] = field(default_factory=dict[Origin, str])

    def thing(self, called: str, row: Row, origin: Origin) -> None:
        """Count a thing, and note it where something is given up."""
        self.states[called, row.state] += 1
        if row.state != "generated":
            self.entries.append(Entry(called, row.state, row.told, origin))

    def field(self, holder: Spot, row: Row) -> None:
        """Count a field of a thing; its place is put together only where it will be told."""
        self.states["schema keyword" if holder.kind == "schema" else f"{holder.kind} field", row.state] += 1
        if row.state != "generated":
            construct = f"{holder.kind} {row.field}"
            self.entries.append(Entry(construct, row.state, row.told, _at(holder, row.field)))


def coverage_of(document: Document, mapped: frozenset[str] = frozenset(), losses: Iterable[Loss] = ()) -> Coverage:
    """The coverage of a document that `validate` lets through.

    `mapped` are extensions that the configuration reads, `losses` what building the document gave up.
    """
    version = version_of(document)
    assert version is not None, "validate has refused every other document"
    found = survey(document, version)
    unused = unused_places(found)
    count = _Count()
    gone: set[Origin] = set()
    for place, spot in spots_of(found, version):
        if spot.holder is not None and (spot.holder.origin in gone or _at(spot.holder, spot.field) in gone):
            gone.add(spot.origin)
        elif place is not None and place.key in unused:
            gone.add(spot.origin)
            count.thing(_called(spot), Row(spot.kind, "", "unused", _UNUSED), spot.origin)
        else:
            gone.update(_counted(count, spot))
    _count_readings(count, document.problems)
    _count_losses(count, losses)
    published = _published(found)
    return Coverage(
        file=document.file,
        counts=tuple((construct, state, count.states[construct, state]) for construct, state in sorted(+count.states)),
        entries=tuple(sorted(replace(each, origin=published(each.origin)) for each in count.entries)),
        declared=tuple(replace(each, published=published(each.origin)) for each in declared_in(document)),
        extensions=tuple((name, count.extensions[name]) for name in sorted(set(count.extensions) - mapped)),
    )


def _count_losses(count: _Count, losses: Iterable[Loss]) -> None:
    """What building gave up; until here the keyword was taken for generated."""
    entries = tuple(dict.fromkeys(entries_of(losses, count.combined)))
    places = len({each.origin for each in entries})
    count.states["schema keyword", "generated"] -= places
    count.states["schema keyword", "degraded"] += places
    count.entries += entries


def _count_readings(count: _Count, problems: Iterable[Problem]) -> None:
    """What reading the document has given up already."""
    for told in (each for each in problems if each.code in CODES):
        construct, state = CODES[told.code]
        count.thing(construct, Row("", "", state, f"{told.message} {told.hint}".strip()), told.origin)


def _published(found: Survey) -> Callable[[Origin], Origin]:
    """From a place to the one that the authors of the files know."""
    moved = {each.file: each for each in found.documents() if each.published}

    def published(origin: Origin) -> Origin:
        document = moved.get(origin.file)
        return Origin(origin.file, document.published_at(origin.pointer)) if document else origin

    return published


def _at(spot: Spot, field: str) -> Origin:
    return Origin(spot.origin.file, join(spot.origin.pointer, field))


def _counted(count: _Count, spot: Spot) -> Iterator[Origin]:
    """Count a thing and its fields; give the places below which nothing is generated."""
    own = row_of(spot, "")
    assert own is not None, f"no row for a {spot.kind}"
    count.thing(_called(spot), own, spot.origin)
    if own.state in _CLOSED:
        yield spot.origin
        return
    if spot.kind == "schema":
        count.combined.update((spot.origin, each) for each in COMBINING[::-1] if each in spot.node)
    for name in spot.node if spot.kind not in _NAMES else ():
        row = row_of(spot, name)
        if row is None:
            count.extensions[name] += 1
            continue
        count.field(spot, row)
        if row.state in _CLOSED:
            yield _at(spot, name)


def _called(spot: Spot) -> str:
    """What a thing is called: a schema by what it is to its holder."""
    if spot.kind == "schema" and spot.field == "properties":
        return "property"
    return "webhook" if spot.field in ("webhooks", "x-webhooks") else spot.kind

"""Rows of what only a whole version shows: listings without a next page, properties that go both ways, choices.

In: a version, its configuration applied. Out: entries by the document that they are told with.

Why not among the other rows: whether a contract shows the next page is decided after the configuration had its say, and
a property is demanded of an answer unless its model is sent somewhere too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specwright.build.paging import looks_paged
from specwright.coverage.ledger import Entry
from specwright.coverage.of_unions import union_entries
from specwright.flatten import as_object
from specwright.ir import Field
from specwright.load.pointers import join
from specwright.problems import Origin
from specwright.python.directions import directions_of, unasked
from specwright.sdk import Version

__all__ = ["version_entries"]

_LISTING = (
    "It looks like a listing, and the contract does not show where the next page comes from: it gives one page. "
    "`[[sdk.paging]]` of the configuration can say it."
)
_READ_ONLY = "The model is sent too, so an answer without the property is taken: it is `None` then."


def version_entries(version: Version) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of a version; a place in a file that is no document of its own is told with the first document."""
    first = next(iter(version.documents))
    found: dict[str, list[Entry]] = {file: [] for file in version.documents}
    for each in (*_listings(version), *_both_ways(version), *union_entries(version)):
        found[each.origin.file if each.origin.file in found else first].append(each)
    return {file: tuple(dict.fromkeys(entries)) for file, entries in found.items()}


def _listings(version: Version) -> Iterator[Entry]:
    for operation in version.api.operations:
        if looks_paged(operation, version.models):
            yield Entry("listing", "degraded", _LISTING, operation.origin)


def _both_ways(version: Version) -> Iterator[Entry]:
    """The properties that a caller need not give and that an answer is expected to have."""
    ways = directions_of(version)
    for key in sorted(ways.sent & ways.received):
        whole = as_object(version.models[key].shape, version.models)
        free = frozenset(unasked(whole, sent=True))
        for field in whole.fields if whole else ():
            if field.name in free:
                yield Entry("schema readOnly", "degraded", _READ_ONLY, _place(version, field))


def _place(version: Version, field: Field) -> Origin:
    """The place of the keyword as the authors of the file know it."""
    place = join(field.origin.pointer, "readOnly")
    document = version.documents.get(field.origin.file)
    return Origin(field.origin.file, document.published_at(place) if document else place)

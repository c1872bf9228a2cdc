"""Rows of what `allOf` gives up, as building tells it: whether parts agree shows only when they are put together.

In: losses of a document's IR, and which schemas of the document combine others. Out: an entry for each, at the keyword
that combines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from specwright.coverage.ledger import Entry
from specwright.ir import Loss
from specwright.load.pointers import join
from specwright.problems import Origin

__all__ = ["COMBINING", "entries_of"]

COMBINING = ("allOf", "oneOf", "anyOf")
"""The keywords that put schemas together."""

_TOLD: Mapping[str, str] = {
    "choice": "The choice inside is not opened: what its branches hold is kept, and has no type.",
    "format": "The parts name different formats of one text: it is plain text.",
    "limit": "Of two patterns, or of two numbers to be a multiple of, the last part's is documented and checked.",
    "name": "The parts describe one property in two ways: it has the type that the last part gives.",
    "property": "No value of a property is all that the parts say: it has the type that the last part gives.",
    "value": "No value is all that the parts say: any value is taken.",
}


def entries_of(losses: Iterable[Loss], combined: Mapping[Origin, str]) -> Iterator[Entry]:
    """Each loss at the nearest schema that combines; what is not generated anyway is not told again."""
    for loss in losses:
        place = next((each for each in _ways_up(loss.origin) if each in combined), None)
        if place:
            keyword = combined[place]
            at = Origin(place.file, join(place.pointer, keyword))
            yield Entry(f"schema {keyword}", "degraded", _TOLD[loss.what], at)


def _ways_up(origin: Origin) -> Iterator[Origin]:
    """The place itself and those above it."""
    pointer = origin.pointer
    while pointer:
        yield Origin(origin.file, pointer)
        pointer = pointer.rpartition("/")[0]

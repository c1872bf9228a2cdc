"""Text: a comparison for people at a terminal.

In: a `Comparison`. Out: parts, in them weights, in them subjects; a line in the end that sums up.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.comparison import Comparison
from specwright.diff.printing.entries import Group, Line, Wanted, groups_of, places_of, summary_of
from specwright.diff.printing.suggesting import suggestion_of
from specwright.signs import as_line

__all__ = ["as_text"]

_SHOWN = 3


def as_text(comparison: Comparison, wanted: Wanted) -> str:
    """The whole comparison."""
    return "".join(f"{as_line(line)}\n" for line in _told(comparison, wanted))


def _told(comparison: Comparison, wanted: Wanted) -> Iterator[str]:
    for part in comparison.parts:
        groups = tuple(groups_of(part, wanted))
        if groups:
            yield part.title
            for group in groups:
                yield from _group(group, wanted)
            yield ""
    yield f"{comparison.old} → {comparison.new}: {summary_of(comparison.counts(), comparison.accepted)}."
    yield from filter(None, map(suggestion_of, comparison.releases))


def _group(group: Group, wanted: Wanted) -> Iterator[str]:
    yield f"  {group.heading}"
    for subject, lines in group.subjects:
        yield f"    {subject}"
        for line in lines:
            yield from (f"      {each}" for each in _line(line, wanted))


def _line(line: Line, wanted: Wanted) -> Iterator[str]:
    change, entry = line.entry.change, line.entry
    yield f"- {line.sentence}"
    if change.effect.text:
        yield f"  In the SDK: {change.effect.text}"
    if entry.accepted:
        yield f"  Accepted: {entry.accepted}"
    places = [f"{word} {where.text}" for where, word in places_of(entry)]
    if places:
        yield f"  {', '.join(places)}"
    if line.operations and not line.is_own:
        yield f"  concerns {_some(line.operations)}"
    if wanted.with_ids:
        yield from (f"  id {each}" for each in line.ids)


def _some(operations: tuple[str, ...]) -> str:
    first = ", ".join(f"client.{each}()" for each in operations[:_SHOWN])
    more = len(operations) - _SHOWN
    return f"{first} and {more} more" if more > 0 else first

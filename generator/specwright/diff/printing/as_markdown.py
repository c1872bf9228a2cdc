"""Markdown: a comparison for a pull request, or for the notes of a release.

In: a `Comparison`. Out: a section for each part, in it a list for each weight; what only words changed is folded away.
Text of a document can end no code span and no list.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.comparison import Comparison
from specwright.diff.printing.entries import HEADINGS, Group, Line, Wanted, groups_of, places_of, summary_of
from specwright.diff.printing.suggesting import suggestion_of
from specwright.markdown import code, inline
from specwright.signs import as_line

__all__ = ["as_markdown"]

_SHOWN = 3
_FOLDED = (HEADINGS["docs"], HEADINGS["internal"])


def as_markdown(comparison: Comparison, wanted: Wanted) -> str:
    """The whole comparison."""
    return "\n".join(_told(comparison, wanted)) + "\n"


def _told(comparison: Comparison, wanted: Wanted) -> Iterator[str]:
    summary = summary_of(comparison.counts(), comparison.accepted)
    yield f"**{inline(f'{comparison.old} → {comparison.new}')}**: {summary}."
    for release in comparison.releases:
        if told := suggestion_of(release):
            yield f"\n{inline(told)}"
    for part in comparison.parts:
        groups = tuple(groups_of(part, wanted))
        if groups:
            yield f"\n### {inline(part.title)}"
        for group in groups:
            yield from _group(group, wanted)


def _group(group: Group, wanted: Wanted) -> Iterator[str]:
    heading = f"{group.heading[0].upper()}{group.heading[1:]}"
    count = sum(len(lines) for _, lines in group.subjects)
    is_folded = group.heading in _FOLDED
    yield f"\n<details><summary>{heading} ({count})</summary>\n" if is_folded else f"\n#### {heading}\n"
    for subject, lines in group.subjects:
        yield f"- {code(subject) if subject[:4] != 'the ' else subject}"
        for line in lines:
            yield f"  - {' '.join(_line(line, wanted))}"
    if is_folded:
        yield "\n</details>"


def _line(line: Line, wanted: Wanted) -> Iterator[str]:
    change, entry = line.entry.change, line.entry
    yield inline(as_line(line.sentence))
    if change.effect.text:
        yield f"*In the SDK:* {inline(as_line(change.effect.text))}"
    if entry.accepted:
        yield f"*Accepted:* {inline(entry.accepted)}"
    if line.operations and not line.is_own:
        yield f"Concerns {_some(line.operations)}."
    places = [f"{word} {code(where.text)}" for where, word in places_of(entry)]
    if places:
        yield f"({', '.join(places)})"
    if wanted.with_ids:
        yield from (code(each) for each in line.ids)


def _some(operations: tuple[str, ...]) -> str:
    first = ", ".join(code(f"client.{each}()") for each in operations[:_SHOWN])
    more = len(operations) - _SHOWN
    return f"{first} and {more} more" if more > 0 else first

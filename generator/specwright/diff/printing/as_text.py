"""Text: a comparison for people at a terminal.

In: a `Comparison`. Out: parts, in them weights, in them subjects; a line in the end that sums up.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.comparison import Comparison, Release
from specwright.diff.printing.entries import Group, Line, Wanted, groups_of, places_of, summary_of

__all__ = ["as_text", "suggestion_of"]

_SHOWN = 3


def as_text(comparison: Comparison, wanted: Wanted) -> str:
    """The whole comparison."""
    return "".join(f"{_plain(line)}\n" for line in _told(comparison, wanted))


def suggestion_of(release: Release) -> str:
    """What number the next release is to have, and why."""
    if release.step == "none":
        return ""
    if not release.suggested:
        return f"A {release.step} release where the new side takes the old one's place: {release.why}"
    given = f" (the new side says {release.given})" if release.given != release.version else ""
    return f"Suggests {release.package} {release.suggested} after {release.version}{given}: {release.why}"


def _told(comparison: Comparison, wanted: Wanted) -> Iterator[str]:
    for part in comparison.parts:
        groups = tuple(groups_of(part, wanted))
        if groups:
            yield part.title
            for group in groups:
                yield from _group(group, wanted)
            yield ""
    accepted = sum(1 for entry in comparison.entries if entry.accepted)
    yield f"{comparison.old} → {comparison.new}: {summary_of(comparison.counts(), accepted)}."
    yield from filter(None, map(suggestion_of, comparison.releases))


def _group(group: Group, wanted: Wanted) -> Iterator[str]:
    yield f"  {group.heading}"
    for subject, lines in group.subjects:
        yield f"    {subject}"
        for line in lines:
            yield from (f"      {each}" for each in _line(line, wanted))


def _line(line: Line, wanted: Wanted) -> Iterator[str]:
    change, entry = line.entry.change, line.entry
    yield f"- {change.sentence}"
    if change.effect.text:
        yield f"  In the SDK: {change.effect.text}"
    if entry.accepted:
        yield f"  Accepted: {entry.accepted}"
    places = [f"{word} {where.text}" for where, word in places_of(entry)]
    if places:
        yield f"  {', '.join(places)}"
    if line.operations and not _is_own(line):
        yield f"  concerns {_some(line.operations)}"
    if wanted.with_ids:
        yield from (f"  id {each}" for each in line.ids)


def _is_own(line: Line) -> bool:
    """Whether the change stands in an operation, and its subject says so already."""
    return len(line.operations) == 1 and " /" in line.entry.change.place


def _some(operations: tuple[str, ...]) -> str:
    first = ", ".join(f"client.{each}()" for each in operations[:_SHOWN])
    more = len(operations) - _SHOWN
    return f"{first} and {more} more" if more > 0 else first


def _plain(line: str) -> str:
    """A vendor's text may hold line breaks and control characters; a line stays one harmless line."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in line)

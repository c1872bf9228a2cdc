"""Noting: what of a comparison belongs into the changelog of a package.

In: a `Comparison` of two projects. Out: `ReleaseNotes` for each package that changed.

Why not all of it: a changelog is for those who use the package. What only reads differently they find in its pages, and
what nobody meets is no news.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Change
from specwright.diff.comparison import Comparison, Entry, Part, Weight
from specwright.diff.printing.entries import Wanted, groups_of
from specwright.history import Note, ReleaseNotes, Section

__all__ = ["notes_of"]

_NEWS: tuple[Weight, ...] = ("breaking", "sdk", "additive")
_BY_KIND: dict[str, Section] = {
    "added": "Added",
    "removed": "Removed",
    "renamed": "Changed",
    "deprecated": "Deprecated",
}
_BY_CODE: tuple[tuple[str, Section], ...] = (
    ("-undeprecated", "Changed"),
    ("-deprecated", "Deprecated"),
    ("-added", "Added"),
    ("-removed", "Removed"),
)


def notes_of(comparison: Comparison, version: str) -> Iterator[ReleaseNotes]:
    """What a release of this number changes, package by package."""
    parts: dict[str, list[Part]] = {}
    for part in comparison.parts:
        if part.package:
            parts.setdefault(part.package, []).append(part)
    for package, its in parts.items():
        if any(part.entries for part in its):
            yield ReleaseNotes(package, version, notes=tuple(note for part in its for note in _notes(part)))


def _notes(part: Part) -> Iterator[Note]:
    for group in groups_of(part, Wanted()):
        lines = (line for _, lines in group.subjects for line in lines if line.entry.weight in _NEWS)
        for line in lines:
            change = line.entry.change
            yield Note(
                id=line.ids[0],
                section=_section(change),
                breaking=_breaks(line.entry),
                effect=change.effect.text,
                sentence=line.sentence,
                api=part.version,
            )


def _breaks(entry: Entry) -> bool:
    return entry.weight in ("breaking", "sdk") and not entry.accepted


def _section(change: Change) -> Section:
    """Where a reader looks for it: by what happens to the SDK, else by what the rule is called."""
    for end, section in _BY_CODE:
        if change.rule.endswith(end):
            return section if section == "Deprecated" else _BY_KIND.get(change.effect.kind, section)
    return _BY_KIND.get(change.effect.kind, "Changed")

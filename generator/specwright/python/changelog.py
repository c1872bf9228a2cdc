"""Changelog: what each release changed, as its reader wants it.

In: the recorded releases. Out: a view. Lines are Markdown that no text of a specification can end.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.history import SECTIONS, Note, ReleaseNotes, Section
from specwright.markdown import inline
from specwright.python.views import ChangelogView, ReleaseView, SectionView
from specwright.sdk import Sdk

__all__ = ["changelog_of"]


def changelog_of(sdk: Sdk) -> ChangelogView | None:
    """The changelog, where releases are recorded."""
    if not sdk.history:
        return None
    return ChangelogView(sdk.distribution, tuple(_release(each) for each in sdk.history))


def _release(release: ReleaseNotes) -> ReleaseView:
    apis = {note.api for note in release.notes if note.api}
    version = release.version.capitalize()
    title = f"{version} - {release.date}" if release.date else version
    return ReleaseView(title, tuple(_sections(release, names_api=len(apis) > 1)))


def _sections(release: ReleaseNotes, *, names_api: bool) -> Iterator[SectionView]:
    by_section: dict[Section, list[str]] = {}
    # What breaks comes first; within that, the order is that of the record.
    for note in sorted(release.notes, key=lambda each: not each.breaking):
        by_section.setdefault(note.section, []).append(_line(note, names_api=names_api))
    yield from (SectionView(each, tuple(by_section[each])) for each in SECTIONS if each in by_section)


def _line(note: Note, *, names_api: bool) -> str:
    api = f"{inline(note.api)}: " if names_api and note.api else ""
    breaking = "**Breaking:** " if note.breaking else ""
    return f"{api}{breaking}{inline(_told(note))}"


def _told(note: Note) -> str:
    """What users of the package meet, a name of it first, and what changed in the API if that says more."""
    if not note.effect or note.sentence.endswith(note.effect):
        return note.sentence
    if note.effect.startswith("`"):
        return f"{note.effect} ({note.sentence})" if note.sentence else note.effect
    return f"{note.sentence} {note.effect}".strip()

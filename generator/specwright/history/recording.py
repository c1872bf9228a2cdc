"""Recording: the file of releases with more in it.

In: its text, and what a release changed. Out: the new text.

Why the text is added to and not written anew: people reword what is in it, put a date to a release and leave remarks.
What is there stays, and a change that is there already, by its id, is not written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from specwright.history.reading import parse
from specwright.history.values import Note, ReleaseNotes
from specwright.signs import as_toml

__all__ = ["recorded"]

_HEAD = """\
# What each release of a package changed, for its CHANGELOG.md; `specwright diff OLD NEW --record RELEASE` adds to it.
# Reword what is here, and put a `date` to a release: what stands here stays.
"""
_RELEASE = re.compile(r"\s*\[\[\s*release\s*\]\]")


def recorded(text: str, shown: str, releases: Iterable[ReleaseNotes]) -> str:
    """The text with these releases: a new one before all others, changes of a known one behind its last."""
    is_crlf = "\r\n" in text and text.count("\r\n") == text.count("\n")
    plain = text.replace("\r\n", "\n") if is_crlf else text
    for release in releases:
        plain = _with(plain or _HEAD, shown, release)
    return plain.replace("\n", "\r\n") if is_crlf else plain


def _with(text: str, shown: str, release: ReleaseNotes) -> str:
    known = parse(text, shown)
    number = next((at for at, each in enumerate(known) if _key(each) == _key(release)), None)
    lines = text.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if _RELEASE.match(line)]
    if number is None:
        at = starts[0] if starts else len(lines)
        added = [*_header(release), *(line for note in release.notes for line in _table(note))]
    else:
        there = {(note.id, note.api) for note in known[number].notes}
        fresh = [note for note in release.notes if (note.id, note.api) not in there]
        at = starts[number + 1] if number + 1 < len(starts) else len(lines)
        added = [line for note in fresh for line in _table(note)]
    return _inserted(lines, at, added) if added else text


def _inserted(lines: list[str], at: int, added: Iterable[str]) -> str:
    """The lines between those before and after, one empty line around each table."""
    before, after = "".join(lines[:at]).rstrip("\n"), "".join(lines[at:])
    return f"{before}\n\n{''.join(added).strip()}\n" + (f"\n{after}" if after else "")


def _key(release: ReleaseNotes) -> tuple[str, str]:
    return release.package, release.version


def _header(release: ReleaseNotes) -> Iterator[str]:
    yield "[[release]]\n"
    yield f"package = {as_toml(release.package)}\n"
    yield f"version = {as_toml(release.version)}\n"
    if release.date:
        yield f"date = {as_toml(release.date)}\n"
    yield "\n"


def _table(note: Note) -> Iterator[str]:
    yield "[[release.change]]\n"
    texts = (("api", note.api), ("section", note.section), ("effect", note.effect), ("sentence", note.sentence))
    yield from (f"{key} = {as_toml(text)}\n" for key, text in texts if text)
    if note.breaking:
        yield "breaking = true\n"
    yield f"id = {as_toml(note.id)}\n\n"

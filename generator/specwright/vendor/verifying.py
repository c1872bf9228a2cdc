"""Verify: whether every vendored file is the one that was retrieved, and says where it is from.

In: `Sources`. Out: problems, each at the line of `sources.toml` that it is about. Nothing is fetched.

Why files that no source lists count: what is not pinned can be edited unseen. What people write themselves is not
vendored: overlays, catalogues, notes and licenses, and whatever is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from specwright.problems import Origin, Problem
from specwright.signs import as_toml
from specwright.vendor.moves import digest_of, moves_in, unlisted_in
from specwright.vendor.sources import Entry, Sources

__all__ = ["drift_of", "verify"]

_WANTED = (
    ("license", "source-without-license", "the source does not say under what license it is.", 'Write license = "…".'),
    ("retrieved", "source-without-date", "the source does not say when it was retrieved.", 'Write retrieved = "DATE".'),
)


def verify(sources: Sources) -> tuple[Problem, ...]:
    """Everything that is not as `sources.toml` says."""
    moves = moves_in(sources)
    of_entries = (
        problem for index, entry in enumerate(sources.entries) for problem in _of_entry(sources, index, entry, moves)
    )
    return (*of_entries, *_unlisted(sources, moves))


def drift_of(sources: Sources, index: int, entry: Entry, moves: Mapping[str, str]) -> Iterator[Problem]:
    """The files of an entry that are gone or moved, or hold something else than what was retrieved."""
    for path, digest in entry.pins.items():
        key = "path" if path in moves else "sha256"
        at = sources.place(index, key if path == entry.path else path)
        found = digest_of(sources.folder / path)
        if found == digest:
            continue
        message = f"{sources.named(path)} is not there." if found is None else _edited(sources.named(path), found)
        code, hint = ("source-missing", _GONE) if found is None else ("pin-mismatch", _EDITED)
        if found is not None and _but_for_ends(sources.folder / path, digest):
            message, hint = f"{sources.named(path)} differs in its line ends alone.", _ends_hint(sources)
        if path in moves:
            message = f"{sources.named(path)} is not there: it is {sources.named(moves[path])} now."
            code, hint = "source-moved", _moved(path, moves[path], entry)
        yield Problem(code, Origin(sources.shown), message, hint, position=at)


_GONE = "Restore it, or take its entry away."
_EDITED = "Restore it; what you want to mend belongs into an overlay. `specwright vendor update` brings in a new one."


def _moved(path: str, now: str, entry: Entry) -> str:
    """The line to write: the rest of what an entry says holds as before."""
    line = f"path = {as_toml(now)}" if path == entry.path else f"{as_toml(now)} = {as_toml(entry.parts[path])}"
    return f"Write `{line}`, or move it back."


def _edited(named: str, found: str) -> str:
    return f"{named} is not what was retrieved: its sha256 is {found}."


def _but_for_ends(path: Path, digest: str) -> bool:
    """Whether a file is what was retrieved, once the ends of its lines are made one or the other way."""
    plain = path.read_bytes().replace(b"\r\n", b"\n")
    return digest in (sha256(plain).hexdigest(), sha256(plain.replace(b"\n", b"\r\n")).hexdigest())


def _ends_hint(sources: Sources) -> str:
    line = f"{sources.named('**')} -text"
    return f"Put `{line}` into .gitattributes, commit it, and clone again: git changes them otherwise."


def _of_entry(sources: Sources, index: int, entry: Entry, moves: Mapping[str, str]) -> Iterator[Problem]:
    yield from drift_of(sources, index, entry, moves)
    here = Origin(sources.shown)
    for key, code, message, hint in _WANTED:
        if not getattr(entry, key).strip():
            yield Problem(code, here, message, hint, position=sources.place(index))
    if not (entry.origin or entry.url or entry.file):
        message = "the source does not say where it is from."
        hint = 'Write url = "https://…", or origin = "…" as a sentence.'
        yield Problem("source-without-origin", here, message, hint, position=sources.place(index))


def _unlisted(sources: Sources, moves: Mapping[str, str]) -> Iterator[Problem]:
    for name in unlisted_in(sources):
        if name in moves.values():
            continue
        shown = sources.named(name)
        message = f"no source lists this file in {sources.shown}."
        yield Problem("source-unlisted", Origin(shown), message, f"Run `specwright vendor add {shown}`, or remove it.")

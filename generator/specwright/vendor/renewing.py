"""Renewing: entries of `sources.toml` against what their places hold now.

In: `Sources`, which entries, and where to look. Out: a `Renewal`, in memory: new contents, files that go, the new text
of `sources.toml`. Nothing is written. `Refused` where a place cannot be read, or where a file here is not what was
retrieved: an edit of somebody's would be lost.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from specwright.load import load
from specwright.problems import Origin, Problem, Refused
from specwright.vendor.adding import info_of, upstream
from specwright.vendor.connecting import Trust
from specwright.vendor.editing import Edit, with_values
from specwright.vendor.gathering import Gathered, gather
from specwright.vendor.moves import digest_of, moves_in
from specwright.vendor.places import place_of
from specwright.vendor.sources import TEXTS, Entry, Sources
from specwright.vendor.urls import is_url
from specwright.vendor.verifying import drift_of

__all__ = ["Asked", "Renewal", "Renewed", "renew"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries by number; where to look instead of where they say (one entry alone); the day, if the user says."""

    entries: tuple[int, ...]
    place: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Renewed:
    """An entry before and after, and the references of the new files that lead to no file."""

    number: int
    old: Entry
    new: Entry
    missing: tuple[Problem, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that hold something else than before, or are new."""
        return tuple(path for path, digest in self.new.pins.items() if self.old.pins.get(path) != digest)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is new: entries, contents by path, paths that go, the text of `sources.toml`; and what is as it was."""

    sources: Sources
    renewed: tuple[Renewed, ...]
    unchanged: tuple[str, ...]
    contents: Mapping[str, bytes]
    gone: tuple[str, ...]
    text: str

    @property
    def documents(self) -> tuple[str, ...]:
        """The paths of all documents that a new file is part of, in the order of their entries."""
        changed = {*self.contents, *self.gone}
        return tuple(entry.path for entry in self.sources.entries if not changed.isdisjoint(entry.pins))


def renew(sources: Sources, asked: Asked, trust: Trust) -> Renewal:
    """Look at every place, and say what is different."""
    _require_untouched(sources, asked.entries)
    found: list[Renewed] = []
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for number in asked.entries:
        try:
            one, its = _renewed(sources, number, asked.place or _named(sources, number), asked, trust)
            _require_agreement(sources, contents, its, number)
        except Refused as refused:
            problems += refused.problems
        else:
            contents |= its
            found.append(one)
    if problems:
        raise Refused(problems)
    changed = tuple(each for each in found if each.old.pins != each.new.pins)
    text, entries = _written(sources, changed, contents)
    kept = {path for entry in entries for path in entry.pins}
    gone = sorted({path for each in changed for path in each.old.pins} - kept)
    fresh = {
        path: each for path, each in contents.items() if digest_of(sources.folder / path) != sha256(each).hexdigest()
    }
    _require_room(sources, fresh)
    unchanged = tuple(each.old.path for each in found if each not in changed)
    return Renewal(sources, changed, unchanged, fresh, tuple(gone), text)


def _require_untouched(sources: Sources, numbers: Iterable[int]) -> None:
    moves = moves_in(sources)
    problems = [problem for number in numbers for problem in drift_of(sources, number, sources.entries[number], moves)]
    if problems:
        raise Refused(problems)


def _named(sources: Sources, number: int) -> str:
    """Where an entry says to look."""
    entry = sources.entries[number]
    return entry.url or os.path.relpath(sources.folder / entry.file)


def _renewed(
    sources: Sources, number: int, named: str, asked: Asked, trust: Trust
) -> tuple[Renewed, Mapping[str, bytes]]:
    """An entry as its place has it, and the contents of its files."""
    old = sources.entries[number]
    shown = PurePosixPath(sources.shown).parent.as_posix()
    try:
        place = place_of(named, trust if trust.below else replace(trust, below=_border(old, named)))
        with tempfile.TemporaryDirectory(prefix="specwright-vendor-") as folder:
            gathered = gather(place, place.document(), Path(folder), old.path, shown)
            contents = {path: (Path(folder) / path).read_bytes() for path in gathered.paths}
    except Refused as refused:
        raise Refused(_at_entry(sources, number, each, asked) for each in refused.problems) from refused
    digests = {path: sha256(content).hexdigest() for path, content in contents.items()}
    new = replace(
        old,
        sha256=digests.pop(old.path),
        parts=dict(sorted(digests.items())),
        retrieved=asked.retrieved or old.retrieved,
        **_called(sources, old, gathered),
        **(_found_at(sources, named) if not (old.url or old.file) else {}),
    )
    return Renewed(number, old, new if new.pins != old.pins else old, gathered.missing), contents


def _border(entry: Entry, named: str) -> Path:
    """As far above a file as the files that are pinned with it: that far was allowed when it was brought in."""
    folder = PurePosixPath(entry.path).parent
    ways = [PurePosixPath(os.path.relpath(part, folder)).parts for part in entry.parts]
    above = max((way.count("..") for way in ways), default=0)
    own = Path(named).resolve().parent
    return own.parents[above - 1] if 0 < above <= len(own.parents) else own


def _at_entry(sources: Sources, number: int, problem: Problem, asked: Asked) -> Problem:
    """What is wrong with a place is told where the place is named; what is wrong in a file, at the file."""
    if asked.place or problem.position:
        return problem
    key = "url" if sources.entries[number].url else "file"
    message = f"{problem.origin.file}: {problem.message}"
    return replace(problem, origin=Origin(sources.shown), message=message, position=sources.place(number, key))


def _called(sources: Sources, old: Entry, gathered: Gathered) -> Mapping[str, str]:
    """Title and version, where the entry said what its document said."""
    before: Mapping[str, str] = {}
    with suppress(Refused):  # what could not be read says nothing
        before = info_of(load(sources.folder / old.path, sources.named(old.path)))
    after = info_of(gathered.document)
    return {key: after[key] for key in after if before.get(key) and before[key] == getattr(old, key)}


def _found_at(sources: Sources, named: str) -> Mapping[str, str]:
    """Where to look next time, for an entry that does not say."""
    return {"url": named} if is_url(named) else {"file": upstream(sources, Path(named))}


def _require_agreement(sources: Sources, known: Mapping[str, bytes], new: Mapping[str, bytes], number: int) -> None:
    differing = [path for path in new if path in known and known[path] != new[path]]
    if differing:
        message = f"{sources.named(differing[0])} belongs to two sources, and their places do not agree on it."
        hint = "Keep the two in folders of their own."
        raise Refused(
            [
                Problem(
                    "source-clash", Origin(sources.shown), message, hint, position=sources.place(number, differing[0])
                )
            ]
        )


def _require_room(sources: Sources, fresh: Mapping[str, bytes]) -> None:
    """A file that nobody pins is somebody's."""
    pinned = {path for entry in sources.entries for path in entry.pins}
    taken = [path for path in fresh if path not in pinned and os.path.lexists(sources.folder / path)]
    if taken:
        hint = "Move it away, or add it as a source."
        raise Refused(
            Problem("already-there", Origin(sources.named(path)), "another file lies here already.", hint)
            for path in taken
        )


def _written(
    sources: Sources, changed: Iterable[Renewed], contents: Mapping[str, bytes]
) -> tuple[str, tuple[Entry, ...]]:
    """The new text, and the entries that it has; a file that two entries pin has its new digest in both."""
    digests = {path: sha256(content).hexdigest() for path, content in contents.items()}
    entries = {each.number: each.new for each in changed}
    for number, entry in enumerate(sources.entries):
        parts = {path: digests.get(path, digest) for path, digest in entry.parts.items()}
        entries.setdefault(number, replace(entry, parts=parts))
    edits = {
        number: Edit(_texts(sources.entries[number], entry), entry.parts)
        for number, entry in entries.items()
        if entry != sources.entries[number]
    }
    text = with_values(sources, edits)
    return text, tuple(entries[number] for number in sorted(entries))


def _texts(old: Entry, new: Entry) -> Mapping[str, str]:
    return {key: str(getattr(new, key)) for key in TEXTS if getattr(new, key) != getattr(old, key)}

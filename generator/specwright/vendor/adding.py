"""Add: a document and the files that it refers to, brought in unchanged and pinned.

In: what the user named and said of it. Out: `Added`, once everything is in place; `Refused` otherwise, and then
nothing is. A document that already lies among the specs is pinned where it is.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from specwright.emit.paths import path_problems
from specwright.load import Document
from specwright.load.text import Syntax, syntax_of
from specwright.problems import Origin, Problem, Refused
from specwright.vendor.connecting import Trust
from specwright.vendor.editing import with_entry
from specwright.vendor.gathering import Gathered, gather
from specwright.vendor.moves import digest_of
from specwright.vendor.places import Place, place_of
from specwright.vendor.sources import Entry, Sources
from specwright.vendor.storing import store
from specwright.vendor.urls import is_url

__all__ = ["Added", "Said", "add", "info_of", "upstream"]

_SUFFIXES = (".json", ".yaml", ".yml")
_TAKEN = "`specwright vendor update` brings in a new one; --to names another place."


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of a document, and the file or folder that it goes to; nothing of it is guessed."""

    to: Path | None = None
    origin: str = ""
    license: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """The new entry, and the references that lead to no file."""

    entry: Entry
    missing: tuple[Problem, ...]


def add(sources: Sources, named: str, said: Said, trust: Trust) -> Added:
    """Bring in what a URL or a path names."""
    place = place_of(named, trust)
    content = place.document()
    target = _target(sources, named, place, content, said.to)
    _require_new(sources, [target])
    # Not among the specs, where a pattern of the configuration would find it.
    with tempfile.TemporaryDirectory(prefix="specwright-vendor-") as folder:
        gathered = gather(place, content, Path(folder), target, PurePosixPath(sources.shown).parent.as_posix())
        contents = {path: (Path(folder) / path).read_bytes() for path in gathered.paths}
    _require_new(sources, gathered.paths)
    _require_room(sources, contents)
    entry = _entry(sources, named, gathered, contents, said)
    text = with_entry(sources, entry)
    files = {sources.folder / path: each for path, each in contents.items() if not _is_there(sources, path)}
    store({**files, sources.path: text.encode()}, (), sources.shown)
    return Added(entry, gathered.missing)


def info_of(document: Document) -> Mapping[str, str]:
    """What a document calls itself, where it says so in text."""
    info = document.data.get("info")
    found = {key: info.get(key) for key in ("title", "version")} if isinstance(info, dict) else {}
    return {key: each for key, each in found.items() if isinstance(each, str)}


def _entry(sources: Sources, named: str, gathered: Gathered, contents: Mapping[str, bytes], said: Said) -> Entry:
    digests = {path: sha256(content).hexdigest() for path, content in contents.items()}
    target = gathered.paths[0]
    info = info_of(gathered.document)
    return Entry(
        path=target,
        sha256=digests.pop(target),
        title=info.get("title", ""),
        version=info.get("version", ""),
        url=named if is_url(named) else "",
        file="" if is_url(named) else upstream(sources, Path(named)),
        origin=said.origin,
        license=said.license,
        retrieved=said.retrieved,
        parts=digests,
    )


def upstream(sources: Sources, path: Path) -> str:
    """The path to look for updates at: only where it lies in the project, since others do not have this machine."""
    folder, whole = sources.folder.resolve(), path.resolve()
    project = folder.parents[len(PurePosixPath(sources.shown).parts) - 2]
    if whole.is_relative_to(folder) or not whole.is_relative_to(project):
        return ""
    return PurePosixPath(os.path.relpath(whole, folder)).as_posix()


def _target(sources: Sources, named: str, place: Place, content: bytes, to: Path | None) -> str:
    """The path of the document below the folder of the sources."""
    folder = sources.folder.resolve()
    if to is None and not is_url(named) and Path(named).resolve().is_relative_to(folder):
        return Path(named).resolve().relative_to(folder).as_posix()
    name = _file_name(place.name, content)
    if to is None:
        return name
    whole = to.resolve()
    if not whole.is_relative_to(folder):
        hint = f"Name a place below {sources.named('')}."
        message = f'"{to}" lies outside the folder of {sources.shown}.'
        raise Refused([Problem("vendor-outside", Origin(to.as_posix()), message, hint)])
    is_folder = whole.is_dir() or to.suffix.lower() not in _SUFFIXES
    return ((whole / name) if is_folder else whole).relative_to(folder).as_posix()


def _file_name(name: str, content: bytes) -> str:
    """The document's own name, with the suffix of its syntax if it has none; what is no name of a file is none."""
    plain = name.lstrip(".")
    if not plain or "/" in plain or path_problems([plain], shown=""):
        plain = "openapi"
    if PurePosixPath(plain).suffix.lower() in _SUFFIXES:
        return plain
    syntax = syntax_of("", content[:4096].decode("utf-8-sig", errors="replace"))
    return f"{plain}.json" if syntax is Syntax.JSON else f"{plain}.yaml"


def _require_new(sources: Sources, paths: list[str] | tuple[str, ...]) -> None:
    documents = {entry.path: index for index, entry in enumerate(sources.entries)}
    if paths[0] in documents:
        message = f"{sources.named(paths[0])} is a source already."
        at = sources.place(documents[paths[0]])
        raise Refused([Problem("already-vendored", Origin(sources.shown), message, _TAKEN, position=at)])


def _require_room(sources: Sources, contents: Mapping[str, bytes]) -> None:
    """A file that is there and holds something else is never overwritten; two documents may share one."""
    taken = [
        Problem("already-there", Origin(sources.named(path)), "another file lies here already.", _TAKEN)
        for path, content in contents.items()
        if _is_there(sources, path) and digest_of(sources.folder / path) != sha256(content).hexdigest()
    ]
    if taken:
        raise Refused(taken)


def _is_there(sources: Sources, path: str) -> bool:
    return os.path.lexists(sources.folder / path)

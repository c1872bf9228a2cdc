"""Gathering: a document and the files that it refers to, brought together unchanged.

In: a `Place`, a folder to gather in, and the path that the document is to have below it. Out: the paths of what was
gathered, and the references that lead to nothing. A reference is followed relative to the file that it stands in, as
the generator will follow it.

Why references are taken wherever `$ref` stands: which of them count is known only once all files are there. One that
leads to no file is told and stops nothing, as vendors publish such documents, and an overlay can mend it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from specwright.emit.paths import path_problems
from specwright.load import Document, Json, load
from specwright.load.limits import MAX_BYTES
from specwright.load.pointers import join
from specwright.problems import Origin, Problem, Refused
from specwright.vendor.places import Absent, Place

__all__ = ["MAX_FILES", "MAX_TOTAL", "Gathered", "gather", "with_reasons"]

MAX_FILES = 2_000
MAX_TOTAL = 4 * MAX_BYTES


@dataclass(frozen=True, slots=True)
class Gathered:
    """The document, the paths of its files below the folder (its own first), and references that lead to no file."""

    document: Document
    paths: tuple[str, ...]
    missing: tuple[Problem, ...]


def gather(place: Place, content: bytes, folder: Path, target: str, shown: str) -> Gathered:
    """Bring a document's files together below `folder`; `shown` is what messages call that folder."""
    gathering = _Gathering(place, folder, shown)
    gathering.keep(target, place.name, content)
    document = load(folder / target, place.shown)
    if "openapi" not in document.data and "swagger" not in document.data:
        message = "this is no OpenAPI or Swagger document: neither field says so."
        raise Refused([Problem("missing-version", Origin(place.shown), message, "Name the document itself.")])
    gathering.follow(document, target)
    while gathering.waiting:
        path = gathering.waiting.pop(0)
        try:
            read = load(folder / path, f"{shown}/{path}")
        except Refused:  # it is brought in as it is; whoever reads the document will say what is wrong
            continue
        gathering.follow(read, path)
    return Gathered(document, (target, *sorted(gathering.kept.keys() - {target})), tuple(gathering.missing))


@dataclass(slots=True)
class _Gathering:
    """The state of one gathering: each file's path here by that at its place, and which are still to be read."""

    place: Place
    folder: Path
    shown: str
    kept: dict[str, str] = field(default_factory=dict[str, str])
    waiting: list[str] = field(default_factory=list[str])
    missing: list[Problem] = field(default_factory=list[Problem])
    size: int = 0

    def keep(self, path: str, source: str, content: bytes) -> None:
        """Keep a file, if there is room for it."""
        self.size += len(content)
        self.kept[path] = source
        if len(content) > MAX_BYTES or self.size > MAX_TOTAL or len(self.kept) > MAX_FILES:
            message = f"{source} is too much: {MAX_FILES} files are taken, and {MAX_TOTAL // 1024**2} MiB in all."
            raise Refused([Problem("too-large", Origin(self.place.shown), message, "Bring in a bundled document.")])
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def follow(self, document: Document, path: str) -> None:
        """Keep the files that a file refers to."""
        for pointer, reference in _references(document.data):
            try:
                self._take(path, reference)
            except Absent as absent:
                if pointer is not None:
                    origin = Origin(f"{self.shown}/{path}", pointer)
                    message = f'"{reference}" {absent.reason}.'
                    self.missing.append(Problem("ref-not-vendored", origin, message, absent.hint, "warning"))

    def _take(self, path: str, reference: str) -> None:
        """Keep what a reference in a file names; `Absent` where that cannot be."""
        try:
            parts = urlsplit(reference)
        except ValueError:
            return
        if parts.scheme or parts.netloc or not parts.path:
            return  # the generator says what it thinks of it
        step = unquote(parts.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), step))
        if target in self.kept:
            return
        if path_problems([target], shown=self.shown):
            raise Absent(f"would lie outside {self.shown}/, and is not brought in", "Choose a deeper place with --to.")
        source = posixpath.normpath(posixpath.join(posixpath.dirname(self.kept[path]), step))
        self.keep(target, source, self.place.read(source))
        self.waiting.append(target)


def with_reasons(missing: Iterable[Problem], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of documents with references that lead to no file: told once each, with the reason for it.

    What a document cannot do without is an error; a reference in an example is a warning.
    """
    listed = tuple(problems)
    fatal = {each.origin for each in listed if each.severity == "error"}
    reasons = {
        each.origin: replace(each, severity="error" if each.origin in fatal else each.severity) for each in missing
    }
    return (*(each for each in listed if each.origin not in reasons), *reasons.values())


def _references(data: Json) -> Iterator[tuple[str | None, str]]:
    """Every reference with its pointer; none for a value of a mapping, which may be a mere name."""
    stack: list[tuple[str, Json]] = [("", data)]
    while stack:
        pointer, node = stack.pop()
        if isinstance(node, dict):
            if isinstance(reference := node.get("$ref"), str):
                yield join(pointer, "$ref"), reference
            mapping = node.get("mapping")
            for value in mapping.values() if isinstance(mapping, dict) else ():
                if isinstance(value, str):
                    yield None, value
            stack.extend((join(pointer, key), each) for key, each in reversed(node.items()))
        elif isinstance(node, list):
            stack.extend((join(pointer, index), each) for index, each in reversed(list(enumerate(node))))

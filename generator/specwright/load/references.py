"""What a `$ref` leads to, in the same file or in another one within the border of the run.

In: a document, and the text of a reference in it. Out: a `Target`, or `ReferenceFault` with a code, a
sentence and a remedy; a file that cannot be read raises `Refused` with its own problems.

Why confined: a document is data from elsewhere. It must not make the generator read `/etc/passwd`, a
neighbour's file, or the network. The border is the folder that the files of a run are named from (that of
`specwright.toml`, or the working folder), for `specs/api/spec.yaml` may well refer to `specs/shared/errors.yaml`. Links
are followed before the check, and what is hidden (`.git`, `.env`) is not read unless the document lies there itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from specwright.load.addresses import Addresses, Resource
from specwright.load.dynamic import without_dynamic
from specwright.load.pointers import NowhereError, join, lookup
from specwright.load.reading import load
from specwright.load.shape import Document, Json
from specwright.load.suggestions import nearest_file, nearest_pointer
from specwright.problems import Refused

__all__ = ["Folder", "ReferenceFault", "Target"]

_MAX_SUGGESTIONS = 50
_CORRECT = "Correct the reference, or add what it names."


@dataclass(frozen=True, slots=True)
class Target:
    """The document, the place in it and the value there."""

    document: Document
    pointer: str
    value: Json


class ReferenceFault(LookupError):  # noqa: N818 - becomes a problem of the document
    """A reference that leads nowhere, or to where it may not lead."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code = code
        self.message = message
        self.hint = hint
        super().__init__(message)


class Folder:
    """The documents that one document may refer to, each read once."""

    def __init__(self, document: Document) -> None:
        self._first = document
        self._root, self._prefix = _border_of(document)
        self._read: dict[Path, Document | Refused] = {
            each.path.resolve(): each for each in (*document.beside, document)
        }
        self._suggestions = 0
        self._addresses = Addresses((document, *document.beside)) if _has_identities(document) else None

    def follow(self, document: Document, reference: str, within: str = "") -> Target:
        """Find what `reference`, written in `document` at the pointer `within`, leads to."""
        path, _, fragment = reference.partition("#")
        meant = self._addresses.find(document, reference, within) if self._addresses else None
        if meant is None:
            path, fragment = _parts(reference)
            meant = Resource(self._by_path(document, reference, path, within), "", fragment)
        for pointer in self._pointers(meant, reference, within):
            try:
                return Target(meant.document, pointer, lookup(meant.document.data, pointer))
            except NowhereError:
                continue
        where = f" in {meant.document.file}" if path else ""
        message = f'"{reference}" leads to nothing{where}.'
        raise ReferenceFault("dangling-ref", message, self._remedy(meant.document, path, meant.fragment))

    def _by_path(self, document: Document, reference: str, path: str, within: str) -> Document:
        """The file that a reference names, as seen from an `$id` around it or else from its own file."""
        meant = self._addresses.file_meant(document, reference, within) if self._addresses else None
        if meant is not None:
            try:
                return self._open(document, meant)
            except ReferenceFault:
                pass  # then the address is a mere name
        return self._open(document, path) if path else document

    def _pointers(self, meant: Resource, reference: str, within: str) -> Iterator[str]:
        """The place that a fragment means: below its resource, or below the document, as many write it."""
        if not meant.fragment or meant.fragment.startswith("/"):
            yield meant.begin + meant.fragment
            if meant.begin:
                yield meant.fragment
            return
        anchor = self._addresses.anchor(meant, within) if self._addresses else None
        if anchor is not None:
            yield anchor
        elif self._addresses is None:
            hint = f"Write a JSON pointer, such as #/components/schemas/{meant.fragment}."
            raise ReferenceFault("unsupported-ref", f'"{reference}" names an anchor.', hint)

    def _remedy(self, target: Document, path: str, fragment: str) -> str:
        """Name what was probably meant; not for ever, as a document with so many has another trouble."""
        self._suggestions += 1
        found = nearest_pointer(_as_published(target), fragment) if self._suggestions <= _MAX_SUGGESTIONS else None
        return _CORRECT if found is None else f'Did you mean "{path}#{found}"?'

    def _open(self, document: Document, path: str) -> Document:
        try:
            found = (document.path.parent / path).resolve()
            inside = found.is_relative_to(self._root)
            exists = inside and found.is_file()
        except (OSError, RuntimeError, ValueError):  # an endless link, or a name that no file can have
            found, inside, exists = self._root, True, False
        if not inside:
            hint = "Copy the file beside the document, or run in a folder that holds both."
            raise ReferenceFault("ref-outside", f'"{path}" lies outside the folder of this run.', hint)
        if self._is_hidden(found):
            raise ReferenceFault("ref-outside", f'"{path}" is hidden, and hidden files are not read.', "Rename it.")
        if not exists:
            raise ReferenceFault("dangling-ref", f'the file "{path}" does not exist.', self._file_remedy(found, path))
        return self._load(found)

    def _is_hidden(self, path: Path) -> bool:
        beside = self._first.path.resolve().parent
        steps = path.relative_to(beside if path.is_relative_to(beside) else self._root).parts
        return any(step.startswith(".") for step in steps)

    def _file_remedy(self, path: Path, name: str) -> str:
        self._suggestions += 1
        if self._suggestions > _MAX_SUGGESTIONS or not path.is_relative_to(self._root):
            return "Correct the reference."
        data = _as_published(self._first)
        # `$ref: Pet` was a way to name a schema before there were pointers.
        schemas = ("definitions",) if self._first.published else ("components", "schemas")
        pointer = nearest_pointer(data, join("", *schemas, name)) if path.suffix == "" else None
        found = f"#{pointer}" if pointer else nearest_file(path, name)
        return f'Did you mean "{found}"?' if found else "Correct the reference."

    def _load(self, path: Path) -> Document:
        known = self._read.get(path)
        if known is None:
            shown = self._prefix / path.relative_to(self._root).as_posix()
            try:
                known = load(path, str(shown))
                known = without_dynamic(known) if self._addresses else known
            except Refused as refused:
                known = refused
            self._read[path] = known
            if self._addresses and isinstance(known, Document):
                self._addresses.add(known)
        if isinstance(known, Refused):
            raise Refused(known.problems)
        return known


def _has_identities(document: Document) -> bool:
    """Whether schemas have addresses and names of their own: since 3.1."""
    return document.published is None and str(document.data.get("openapi", "")) >= "3.1"


def _as_published(document: Document) -> dict[str, Json]:
    """What a reader has before his eyes."""
    return document.published.data if document.published else document.data


def _border_of(document: Document) -> tuple[Path, PurePosixPath]:
    """The folder that the document's name starts from, and what names of files in it begin with."""
    path, shown = document.path.resolve(), PurePosixPath(document.file)
    if path.parts[-len(shown.parts) :] == shown.parts:
        return path.parents[len(shown.parts) - 1], PurePosixPath()
    return path.parent, shown.parent


def _parts(reference: str) -> tuple[str, str]:
    """Split into the path of a file (empty for the same one) and a pointer."""
    try:
        parts = urlsplit(reference)
    except ValueError:
        raise ReferenceFault("bad-ref", f'"{reference}" is not a reference.', "Correct it.") from None
    if parts.scheme or parts.netloc:
        hint = "Copy the file beside the document and refer to that."
        raise ReferenceFault("remote-ref", f'"{reference}" is on another machine, and is not fetched.', hint)
    return unquote(parts.path), unquote(parts.fragment)

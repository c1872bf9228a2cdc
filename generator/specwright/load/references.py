"""What a `$ref` leads to, in the same file or in another one within the border of the run.

In: a document, and the text of a reference in it. Out: a `Target`, or `ReferenceFault` with a code, a
sentence and a remedy; a file that cannot be read raises `Refused` with its own problems.

Why confined: a document is data from elsewhere. It must not make the generator read `/etc/passwd`, a
neighbour's file, or the network. The border is the folder that the files of a run are named from (that of
`specwright.toml`, or the working folder), for `specs/api/spec.yaml` may well refer to `specs/shared/errors.yaml`. Links
are followed before the check, and what is hidden (`.git`, `.env`) is not read unless the document lies there itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

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

    def follow(self, document: Document, reference: str) -> Target:
        """Find what `reference`, written in `document`, leads to."""
        path, fragment = _parts(reference)
        target = self._open(document, path) if path else document
        if fragment and not fragment.startswith("/"):
            hint = f"Write a JSON pointer, such as #/components/schemas/{fragment}."
            raise ReferenceFault("unsupported-ref", f'"{reference}" names an anchor.', hint)
        try:
            return Target(target, fragment, lookup(target.data, fragment))
        except NowhereError:
            where = f" in {target.file}" if path else ""
            message = f'"{reference}" leads to nothing{where}.'
            raise ReferenceFault("dangling-ref", message, self._remedy(target, path, fragment)) from None

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
            except Refused as refused:
                known = refused
            self._read[path] = known
        if isinstance(known, Refused):
            raise Refused(known.problems)
        return known


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

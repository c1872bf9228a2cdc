"""Places: where a document is brought in from, a file or a URL.

In: what the user named. Out: a `Place` that reads files relative to the document; `Refused` where the document itself
cannot be had.

Why a file's references are confined to its folder: a document is data from elsewhere. One that refers to
`../../.ssh/id_rsa` must not have that copied into a repository. A server can only give what it has, so a URL's
references may lead anywhere on the same host.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from specwright.load.limits import MAX_BYTES
from specwright.problems import Origin, Problem, Refused
from specwright.vendor.connecting import Deadline, Trust
from specwright.vendor.fetching import MAX_SECONDS, Bounds, fetch
from specwright.vendor.urls import FetchFault, is_url, shown_url

__all__ = ["Absent", "Place", "place_of"]

# A document may have many files, each of which a server may take its time for.
MAX_SECONDS_IN_ALL = 600.0
_GONE = frozenset({404, 410})
_BY_HAND = "Put it there yourself, and its sha256 below [source.parts]; or mend the reference by an overlay."


class Absent(Exception):  # noqa: N818 - vendors publish such references
    """Why a file that a document refers to does not come along, and what to do about it."""

    def __init__(self, reason: str, hint: str = _BY_HAND) -> None:
        self.reason = reason
        self.hint = hint
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Place:
    """Its name in messages, the document's file name, and how a file is read by its path from the document's folder.

    `read` raises `Absent` where there is no such file, or none that may be read.
    """

    shown: str
    name: str
    read: Callable[[str], bytes]

    def document(self) -> bytes:
        """The document itself."""
        try:
            return self.read(self.name)
        except Absent as absent:
            is_folder = not is_url(self.shown) and Path(self.shown).is_dir()
            hint = "Name a document in it." if is_folder else "Check the path and its permissions."
            message = "this is a folder." if is_folder else "there is no such file to read."
            raise Refused([Problem("unreadable", Origin(self.shown), message, hint)]) from absent


def place_of(named: str, trust: Trust) -> Place:
    """The place that a URL or the path of a file names."""
    if is_url(named):
        name, deadline = unquote(PurePosixPath(urlsplit(named).path).name), Deadline.after(MAX_SECONDS_IN_ALL)
        return Place(shown_url(named), name, lambda path: _fetched(named, name, path, trust, deadline))
    whole = Path(named).resolve()
    below = (trust.below or whole.parent).resolve()
    border = below if whole.is_relative_to(below) else whole.parent
    return Place(Path(named).as_posix(), whole.name, lambda path: _copied(whole, path, border))


def _fetched(url: str, name: str, path: str, trust: Trust, deadline: Deadline) -> bytes:
    asked = url if path == name else urljoin(url, quote(path))
    try:
        return fetch(asked, trust, Bounds(seconds=min(MAX_SECONDS, deadline.left())))
    except FetchFault as fault:
        if path != name and fault.status in _GONE:
            raise Absent(f"leads to {shown_url(asked)}, where there is no file") from fault
        problem = Problem(fault.code, Origin(shown_url(asked)), fault.message, fault.hint)
        raise Refused([problem]) from fault


def _copied(document: Path, path: str, border: Path) -> bytes:
    try:
        file = (document.parent / path).resolve()
        if file != document:
            _require_open(file, border)
        # A pipe would keep the reader waiting for ever.
        if file.is_file():
            with file.open("rb") as opened:
                return opened.read(MAX_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:  # an endless link, or a name that no file can have
        raise Absent("leads to no file that can be read") from error
    raise Absent("leads to no file")


def _require_open(file: Path, border: Path) -> None:
    if not file.is_relative_to(border):
        hint = "If it belongs to the document, name a folder that holds both: --below FOLDER."
        raise Absent("leads out of the document's folder, and is left there", hint)
    if any(step.startswith(".") for step in file.relative_to(border).parts):
        raise Absent("leads to a hidden file, and is left there")

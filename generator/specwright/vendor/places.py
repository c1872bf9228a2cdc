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
from specwright.vendor.connecting import Trust
from specwright.vendor.fetching import fetch
from specwright.vendor.urls import FetchFault, is_url, shown_url

__all__ = ["Place", "place_of"]

_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Place:
    """Its name in messages, the document's file name, and how a file is read by its path from the document's folder.

    `read` gives nothing where there is no such file, or none that may be read.
    """

    shown: str
    name: str
    read: Callable[[str], bytes | None]

    def document(self) -> bytes:
        """The document itself."""
        content = self.read(self.name)
        if content is None:
            message = "there is no such file to read."
            raise Refused([Problem("unreadable", Origin(self.shown), message, "Check the path and its permissions.")])
        return content


def place_of(named: str, trust: Trust) -> Place:
    """The place that a URL or the path of a file names."""
    if is_url(named):
        name = unquote(PurePosixPath(urlsplit(named).path).name)
        return Place(shown_url(named), name, lambda path: _fetched(named, name, path, trust))
    return Place(Path(named).as_posix(), Path(named).name, lambda path: _copied(Path(named), path))


def _fetched(url: str, name: str, path: str, trust: Trust) -> bytes | None:
    asked = url if path == name else urljoin(url, quote(path))
    try:
        return fetch(asked, trust)
    except FetchFault as fault:
        if path != name and fault.status in _GONE:
            return None
        problem = Problem(fault.code, Origin(shown_url(asked)), fault.message, fault.hint)
        raise Refused([problem]) from fault


def _copied(document: Path, path: str) -> bytes | None:
    folder = document.resolve().parent
    try:
        file = (folder / path).resolve() if path != document.name else document.resolve()
        # A pipe would keep the reader waiting for ever.
        if not file.is_file() or (path != document.name and not _may_go_along(file, folder)):
            return None
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, RuntimeError, ValueError):  # an endless link, or a name that no file can have
        return None


def _may_go_along(file: Path, folder: Path) -> bool:
    inside = file.is_relative_to(folder)
    return inside and not any(step.startswith(".") for step in file.relative_to(folder).parts)

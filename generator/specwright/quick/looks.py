"""Looks: what a record remembers, and how each kind of it is looked at.

In: a kind and a path (or a name). Out: a text that is another one when what is there is another. A record is a list of
such texts, so that whether all is as it was is whether every look gives the same.

Why a folder's names count: a pattern of documents means what lies there, and a new file changes what it means.
"""

from __future__ import annotations

import os
import stat
from hashlib import sha256

from specwright import __version__
from specwright.quick.tools import tool_version

__all__ = ["Line", "checkout", "digest_of", "generator_key", "look", "parse", "written"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Line = tuple[str, str, str]
"""A kind, a path, and what a look at it gave."""

_HEAD = "specwright record 1"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# What tools leave in a package's folder, besides names that begin with a dot.
_LEFT_BY_TOOLS = frozenset({"__pycache__", "build", "dist"})
_NOTHING = ""


def look(kind: str, path: str) -> str:
    """What is there now; nothing where there is nothing."""
    try:
        return _LOOKS[kind](path)
    except OSError:
        return _NOTHING


def digest_of(path: str) -> str:
    """The sha256 of a regular file's bytes."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # a named pipe would keep the reader waiting for ever
        raise IsADirectoryError(path)
    with open(path, "rb", buffering=0) as file:
        return sha256(file.read()).hexdigest()


def checkout() -> tuple[str, ...]:
    """The folder of our own source where it changes under one version: in a checkout, and not in a wheel."""
    return () if os.path.isdir(os.path.join(_PACKAGE, "templates")) else (_PACKAGE,)


def generator_key() -> str:
    """What tells this generator from others: its version, and in a checkout its source."""
    return "".join((__version__, *(look("source", folder) for folder in checkout())))


def written(lines: Iterable[Line]) -> bytes:
    """A record as bytes; empty where a path is not one that a line can hold."""
    told = [*lines]
    if any("\n" in path or "\t" in path for _, path, _ in told):
        return b""
    text = "".join(f"{kind}\t{value}\t{path}\n" for kind, path, value in told)
    body = f"{_HEAD} {__version__} {_PACKAGE}\n{text}".encode("utf-8", "surrogateescape")
    return sha256(body).hexdigest().encode() + b"\n" + body


def parse(content: bytes) -> list[Line] | None:
    """The lines of a record; nothing if it is damaged, or of another generator."""
    digest, _, body = content.partition(b"\n")
    if sha256(body).hexdigest().encode() != digest:
        return None
    head, *lines = body.decode("utf-8", "surrogateescape").split("\n")
    if head != f"{_HEAD} {__version__} {_PACKAGE}":
        return None
    return [(kind, path, value) for kind, value, path in (line.split("\t") for line in lines if line)]


def _listing(folder: str) -> str:
    """The names in a folder."""
    with os.scandir(folder) as items:
        names = sorted(f"{_type(item)} {item.name}" for item in items if not item.name.startswith("."))
    return _digest(names)


def _tree(folder: str) -> str:
    """The names of all that lies below a folder, what tools leave there left aside."""
    found: list[str] = []
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(os.path.join(folder, above)) as items:
            for item in items:
                if item.name.startswith(".") or item.name in _LEFT_BY_TOOLS:
                    continue
                path = f"{above}{item.name}"
                found.append(f"{_type(item)} {path}")
                if item.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
    return _digest(sorted(found))


def _source(folder: str) -> str:
    """The modules below a folder, with what they hold."""
    return _digest(f"{path} {digest_of(os.path.join(folder, path))}" for path in sorted(_modules(folder)))


def _modules(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _LEFT_BY_TOOLS]
        yield from (os.path.relpath(os.path.join(above, name), folder) for name in names if name.endswith(".py"))


def _type(item: os.DirEntry[str]) -> str:
    if item.is_symlink():
        return "link"
    return "folder" if item.is_dir() else "file"


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


_LOOKS: dict[str, Callable[[str], str]] = {
    "file": digest_of,
    "folder": _listing,
    "source": _source,
    "tool": tool_version,
    "tree": _tree,
    "said": str,
}

"""Cache: what earlier runs worked out, beside the project.

In: a kind of work, and a key that says all that decides its result. Out: the result's bytes, or nothing. Nothing
depends on it: an entry that is gone, damaged or cannot be written is worked out again.

Why each entry begins with the digest of its own key and bytes: a run that was killed, a full disk or a stray hand is
then found out. It is no defence against somebody who may write in the project's `.cache`; but who may do that may as
well change the project's documents or its hooks, so an entry is trusted as they are.

Why bounded by age of use: an entry that runs still ask for is touched by each, and the others go first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

__all__ = ["FOLDER", "NO_CACHE", "Cache", "write_whole"]

FOLDER = Path(".cache", "specwright")
"""Where it lies, below the folder of the configuration."""

MAX_BYTES = 256 * 1024**2
_IGNORED = "# Made by specwright; may be removed at any time.\n*\n"


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries below a folder, or none at all; `stamp` is what decides each of them beside its key."""

    folder: Path | None = None
    stamp: str = ""

    def get(self, kind: str, key: str) -> bytes | None:
        """What an earlier run put there, if it is whole."""
        if self.folder is None:
            return None
        whole = f"{self.stamp}\0{key}"
        place = _place(self.folder, kind, whole)
        try:
            digest, _, content = place.read_bytes().partition(b"\n")
            if digest != _seal(kind, whole, content):
                return None
            os.utime(place)
        except OSError:
            return None
        return content

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep a result for later runs."""
        if self.folder is not None:
            whole = f"{self.stamp}\0{key}"
            write_whole(_place(self.folder, kind, whole), _seal(kind, whole, content) + b"\n" + content)

    def text(self, kind: str, key: str, make: Callable[[], str]) -> str:
        """A text that an earlier run made from the same key, or that is made now."""
        known = self.get(kind, key)
        if known is not None:
            return known.decode()
        made = make()
        self.put(kind, key, made.encode())
        return made

    def trim(self, at_most: int = MAX_BYTES) -> None:
        """Remove what was not used for longest, until the rest fits."""
        total = 0
        for _, size, place in sorted(_entries(self.folder), reverse=True) if self.folder else ():
            total += size
            if total > at_most:
                with suppress(OSError):
                    place.unlink()


NO_CACHE = Cache()
"""Where nothing is remembered."""


def _place(folder: Path, kind: str, key: str) -> Path:
    return folder / kind / sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def write_whole(place: Path, content: bytes) -> None:
    """Write a file that is seen whole or not at all; a folder that cannot be written is left as it is."""
    scratch = place.with_name(f".{place.name}.{os.getpid()}")
    with suppress(OSError):
        if not place.parent.is_dir():
            place.parent.mkdir(parents=True)
            _ignore(place)
        try:
            scratch.write_bytes(content)
            scratch.replace(place)
        finally:
            scratch.unlink(missing_ok=True)


def _ignore(place: Path) -> None:
    """Keep version control away, whatever the project's own settings say."""
    for folder in place.parents:
        if folder.parts[-len(FOLDER.parts) :] == FOLDER.parts:
            (folder / ".gitignore").write_text(_IGNORED, "utf-8")


def _seal(kind: str, key: str, content: bytes) -> bytes:
    return sha256(f"{kind}\0{key}\0".encode("utf-8", "surrogatepass") + content).hexdigest().encode()


def _entries(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for place in folder.glob("*/*"):
        with suppress(OSError):
            status = place.stat()
            yield status.st_mtime, status.st_size, place

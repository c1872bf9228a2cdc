"""Moves: files that nobody lists, and which listed ones they were before somebody moved them.

In: `Sources`. Out: paths below its folder.

Why by digest alone: a name tells nothing where whole folders are moved, and two files of one digest are one file.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from specwright.vendor.sources import SOURCES_NAME, Sources

__all__ = ["digest_of", "moves_in", "unlisted_in"]

OWN = (SOURCES_NAME, "*.overlay.yaml", "*.po", "*.pot", "*.md", "*.txt", "LICENSE*", "NOTICE*", "COPYING*")
"""Names of what people write beside the documents."""


def unlisted_in(sources: Sources) -> tuple[str, ...]:
    """The files that no source lists, but for those that people write themselves, and whatever is hidden."""
    listed = {path for entry in sources.entries for path in entry.pins}
    files = ((path, path.relative_to(sources.folder)) for path in sorted(sources.folder.rglob("*")))
    return tuple(
        name.as_posix()
        for path, name in files
        if not any(part.startswith(".") for part in name.parts)
        and not path.is_dir()
        and name.as_posix() not in listed
        and not _is_own(name.name)
    )


def moves_in(sources: Sources) -> Mapping[str, str]:
    """Where the files lie now that are not at their places: old paths to new ones, each new one once."""
    pins = {path: digest for entry in sources.entries for path, digest in entry.pins.items()}
    lost = [path for path in pins if not (sources.folder / path).exists()]
    found: dict[str, list[str]] = {}
    # Files are read only where one is missing: nothing can have been moved otherwise.
    for path in unlisted_in(sources) if lost else ():
        found.setdefault(digest_of(sources.folder / path) or "", []).append(path)
    return {path: found[pins[path]].pop(0) for path in lost if found.get(pins[path])}


def digest_of(path: Path) -> str | None:
    """The digest of a file; nothing where there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _is_own(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in OWN)

"""What lies in the output folder now.

In: a folder. Out: an `Entry` for each path below it, in sorted order, links not followed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["Entry", "scan"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on disk; `other` is a socket, a pipe or a device."""

    kind: Literal["file", "folder", "link", "other"]
    status: os.stat_result


def scan(root: Path) -> Mapping[str, Entry]:
    """Everything below `root`, each folder before what it holds; nothing where there is no such folder."""
    found: dict[str, Entry] = {}
    # A list of work and not recursion: somebody else's folders may nest deeper than Python's stack.
    waiting = [""] if os.path.lexists(root) else []
    while waiting:
        folder = waiting.pop()
        with os.scandir(root / folder) as items:
            for item in items:
                path = f"{folder}/{item.name}" if folder else item.name
                found[path] = _entry(item.stat(follow_symlinks=False))
                if found[path].kind == "folder":
                    waiting.append(path)
    return {path: found[path] for path in sorted(found)}


def _entry(status: os.stat_result) -> Entry:
    match stat.S_IFMT(status.st_mode):
        case stat.S_IFREG:
            return Entry("file", status)
        case stat.S_IFDIR:
            return Entry("folder", status)
        case stat.S_IFLNK:
            return Entry("link", status)
        case _:
            return Entry("other", status)

"""What a run would do to the output folder, told before anything is touched.

In: what lies there, the last manifest, and the new files. Out: `Changes`, and what is in the way of them.

Why `__pycache__` may go although we did not write it: Python left it beside a module of ours. When a folder's last
module is pruned, the cache alone would keep the folder, and Python would still import that folder as an empty
package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from specwright.emit.manifest import MANIFEST, Manifest
from specwright.emit.paths import folders_above
from specwright.emit.tree import Entry

__all__ = ["CACHE", "Changes", "changes_to", "in_the_way", "ours"]

CACHE = "__pycache__"


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths by what happens to them, each sorted; `kept` and `kept_folders` are somebody else's."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]
    kept_folders: tuple[str, ...]

    @property
    def none(self) -> bool:
        """Whether the output is already what this run would write."""
        return not (self.created or self.changed or self.removed)


def ours(manifest: Manifest | None) -> frozenset[str]:
    """The paths that the last run wrote."""
    return frozenset() if manifest is None else frozenset(path for path, _ in manifest.files) | {MANIFEST}


def changes_to(root: Path, found: Mapping[str, Entry], files: Mapping[str, bytes], listed: frozenset[str]) -> Changes:
    """Sort every path into what happens to it."""
    pruned = listed - files.keys()
    removed = tuple(path for path, entry in found.items() if path in pruned and entry.kind in {"file", "link"})
    gone = set(removed)
    foreign = {path: entry for path, entry in found.items() if path not in files and path not in gone}
    orphans = _orphaned_caches(found, files, removed, foreign)
    unchanged = {path for path in files if path in found and _same(root / path, found[path], files[path])}
    return Changes(
        created=tuple(path for path in sorted(files) if path not in found),
        changed=tuple(path for path in sorted(files) if path in found and path not in unchanged),
        removed=removed,
        unchanged=tuple(sorted(unchanged)),
        kept=tuple(path for path, entry in foreign.items() if entry.kind != "folder" and not orphans & _parts(path)),
        kept_folders=_empty_folders(found, foreign, orphans),
    )


def in_the_way(found: Mapping[str, Entry], changes: Changes, listed: frozenset[str]) -> Mapping[str, str]:
    """What is not ours and lies where this run writes, with what belongs there instead."""
    held = {place for path in (*changes.kept, *changes.kept_folders) for place in _parts(path)}
    going = set(changes.removed)
    blocking: dict[str, str] = {}
    for path in (*changes.created, *changes.changed):
        for folder in folders_above(path):
            if folder in found and found[folder].kind != "folder" and folder not in going:
                blocking[folder] = "a folder of the output"
        if path in found and _blocks(found[path], path in held, path in listed):
            blocking[path] = "a file of the output"
    return {path: blocking[path] for path in sorted(blocking)}


def _blocks(entry: Entry, held: bool, listed: bool) -> bool:  # noqa: FBT001 - a truth table
    match entry.kind:
        case "folder":  # one that held only files of ours goes away with them
            return held
        case "file" | "link":
            return not listed
        case "other":
            return True


def _same(place: Path, entry: Entry, content: bytes) -> bool:
    return entry.kind == "file" and entry.status.st_size == len(content) and place.read_bytes() == content


def _parts(path: str) -> set[str]:
    return {path, *folders_above(path)}


def _orphaned_caches(
    found: Mapping[str, Entry], files: Mapping[str, bytes], removed: tuple[str, ...], foreign: Mapping[str, Entry]
) -> set[str]:
    """The `__pycache__` folders beside modules that are all pruned now."""
    staying = (path for path, entry in foreign.items() if entry.kind != "folder" and CACHE not in path.split("/"))
    alive = {folder for path in (*files, *staying) for folder in folders_above(path)}
    pruned = {path.rpartition("/")[0] for path in removed} - alive
    return {folder for holder in pruned if holder and (folder := f"{holder}/{CACHE}") in found}


def _empty_folders(found: Mapping[str, Entry], foreign: Mapping[str, Entry], orphans: set[str]) -> tuple[str, ...]:
    holding = {path.rpartition("/")[0] for path in found}
    return tuple(
        path
        for path, entry in foreign.items()
        if entry.kind == "folder" and path not in holding and not orphans & _parts(path)
    )

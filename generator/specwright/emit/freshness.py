"""Whether there is anything to do at all, from digests alone.

In: the output folder and the digests of what would decide it now. Out: yes or no; and, between two sets of digests,
what differs.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from specwright.emit.manifest import MANIFEST, Inputs, digest, parse, render
from specwright.emit.workspace import workspace_of
from specwright.problems import Refused

__all__ = ["drift_causes", "is_fresh"]


def is_fresh(root: Path, inputs: Inputs) -> bool:
    """Whether these inputs made the output, and every file of it is still as it was written."""
    place = Path(os.path.realpath(root))
    if os.path.lexists(workspace_of(place)):  # a killed run left something to clear up
        return False
    try:
        content = (place / MANIFEST).read_bytes()
        manifest = parse(content, shown=MANIFEST)
        return (
            manifest.inputs == inputs
            and render(manifest) == content
            and all(_holds(place / path, expected) for path, expected in manifest.files)
        )
    except (OSError, Refused):
        return False


def drift_causes(old: Inputs, new: Inputs) -> tuple[str, ...]:
    """What differs between two sets of inputs, in the order of their names."""
    return tuple(_causes(dict(old.digests), dict(new.digests)))


def _holds(place: Path, expected: str) -> bool:
    return stat.S_ISREG(place.lstat().st_mode) and digest(place.read_bytes()) == expected


def _causes(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield f"{name} added"
        elif name not in new:
            yield f"{name} removed"
        elif old[name] != new[name]:
            # A tool is known by its version, which says more than "changed"; a digest says nothing to people.
            yield f"{name} {old[name]} -> {new[name]}" if name.startswith("tool ") else f"{name} changed"

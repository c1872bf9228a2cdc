"""Locating: where both sides of each change stand, looked up once for each file.

In: parts whose entries have no locations. Out: the same with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from specwright.diff.comparison import Location, Part
from specwright.load import find_positions
from specwright.problems import Origin
from specwright.sides.values import Side

__all__ = ["located"]


def located(parts: Iterable[Part], old: Side, new: Side) -> tuple[Part, ...]:
    """Every entry with its locations."""
    listed = tuple(parts)
    changes = [entry.change for part in listed for entry in part.entries]
    before = _locations(old, (each.old for each in changes))
    after = _locations(new, (each.new for each in changes))
    return tuple(
        replace(
            part,
            entries=tuple(
                replace(
                    entry,
                    old=before[entry.change.old] if entry.change.old else None,
                    new=after[entry.change.new] if entry.change.new else None,
                )
                for entry in part.entries
            ),
        )
        for part in listed
    )


def _locations(side: Side, origins: Iterable[Origin | None]) -> Mapping[Origin, Location]:
    by_file: dict[str, list[Origin]] = {}
    for origin in origins:
        if origin:
            by_file.setdefault(origin.file, []).append(origin)
    found: dict[Origin, Location] = {}
    for file, its in by_file.items():
        positions = find_positions(side.path(file), [each.pointer for each in its])
        found |= {each: Location(side.called(file), each, positions.get(each.pointer)) for each in its}
    return found

"""Paths have another version in them."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.matching import match_operations
from specwright.diff.pairs import ApiPair
from specwright.diff.places import code, shape_of_path
from specwright.diff.ruling import always, rule
from specwright.diff.wording import number
from specwright.names import is_version

__all__ = ["RULE"]


#
# Why once for all of them: it is what makes another version of an API, and nothing that one operation says of itself.
def _look(pair: ApiPair) -> Iterator[Finding]:
    moves: dict[tuple[str, str], int] = {}
    for old, new in match_operations(pair.sides.old, pair.sides.new):
        if old and new and shape_of_path(old.path) == shape_of_path(new.path):
            moves.update({move: moves.get(move, 0) + 1 for move in _moves(old.path, new.path)})
    for (was, now), count in sorted(moves.items()):
        told = f"{code(now or 'none')} in the {number(count, 'path')} of {count} {number(count, 'operation')}"
        yield Finding(f"The version is {told} now, not {code(was or 'none')}.", f"{was}-{now}")


def _moves(old: str, new: str) -> Iterator[tuple[str, str]]:
    was, now = (tuple(part for part in path.split("/") if is_version(part)) for path in (old, new))
    if was != now:
        yield "/".join(was), "/".join(now)


RULE = rule("path-version-changed", "paths have another version in them", always("internal"), ApiPair, _look)

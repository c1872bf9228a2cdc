"""Navigation: the groups of a volume's pages, as its index lists them.

In: the index as Markdown. Out: `Group` values.

Why the index and not the folders: it has the words, in the page's language, and the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from specwright.site.links import plain

__all__ = ["Entry", "Group", "groups_of"]

_GROUP = re.compile(r"## (?P<title>.+)")
_ENTRY = re.compile(r"- \[(?P<title>.+)\]\((?P<path>[^()#\s]+\.md)\)(?:: `.*)?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the navigation: its words, and its path below the volume."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Group:
    """Pages under one heading."""

    title: str
    entries: tuple[Entry, ...]


def groups_of(index: str) -> tuple[Group, ...]:
    """The groups of the index, without those that hold no page of the volume."""
    found: list[tuple[str, list[Entry]]] = []
    for line in index.splitlines():
        if match := _GROUP.match(line):
            found.append((plain(match["title"]), []))
        elif found and (match := _ENTRY.match(line)):
            found[-1][1].append(Entry(plain(match["title"]), match["path"]))
    return tuple(Group(title, tuple(entries)) for title, entries in found if entries)

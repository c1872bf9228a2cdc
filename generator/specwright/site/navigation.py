"""Navigation: the groups of a volume's pages, as its index lists them.

In: the index as Markdown, and the volume's pages. Out: `Group` values.

Why the index and not the folders: it has the words, in the page's language, and the order.

Why resources lose what they share: the column is narrow, and of `scheduler.meetings.calendar` and
`scheduler.meetings.meeting_links` the ends are what tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from itertools import takewhile

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


def groups_of(index: str, pages: Container[str]) -> tuple[Group, ...]:
    """The groups of the index, without what is no page of the volume."""
    found: list[tuple[str, list[Entry]]] = []
    for line in index.splitlines():
        if match := _GROUP.match(line):
            found.append((plain(match["title"]), []))
        elif found and (match := _ENTRY.match(line)) and match["path"] in pages:
            found[-1][1].append(Entry(plain(match["title"]), match["path"]))
    groups = [Group(title, tuple(entries)) for title, entries in found if entries]
    shared = _shared([group.title.split(".")[:-1] for group in groups if _is_resource(group)])
    return tuple(replace(group, title=_shortened(group, shared)) for group in groups)


def _is_resource(group: Group) -> bool:
    """Whether the pages lie in a folder for each step of the title; those of webhooks have a `_` in theirs."""
    steps = len(group.title.split("."))
    return all(entry.path.count("/") == steps and "_" not in entry.path.partition("/")[0] for entry in group.entries)


def _shared(resources: list[list[str]]) -> int:
    """How many steps all resources begin with; their last steps do not count."""
    return sum(1 for _ in takewhile(lambda each: len(set(each)) == 1, zip(*resources, strict=False)))


def _shortened(group: Group, shared: int) -> str:
    return ".".join(group.title.split(".")[shared:]) if _is_resource(group) else group.title

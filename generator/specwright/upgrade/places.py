"""Where things stood and where they stand now, while a document is brought up.

In: what each part of the work moves, and each reference it meets. Out: the places of every file, and references
that lead to where their targets are now.

Only the document itself is rearranged. In another file a thing is changed where it stands, as what the reference to it
says that it is; the rest of such a file nobody reads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal
from urllib.parse import quote

from specwright.load import Document, Folder, Json, ReferenceFault, Target
from specwright.load.pointers import join, split
from specwright.problems import Origin, Problem, Refused

__all__ = ["Here", "Kind", "Upgrading"]

Kind = Literal["schema", "parameter", "response", "path item", "request body"]
# What stands below these in the document is brought up with it.
_SECTIONS = ("definitions", "parameters", "paths", "responses")
_SAFE = "/~!$&'()*+,;=:@{}[]<> "


@dataclass(frozen=True, slots=True)
class _Reference:
    """A `$ref` of ours, to be set when everything has its place."""

    node: dict[str, Json]
    document: Document
    target: Document
    pointer: str


@dataclass(slots=True)
class Upgrading:
    """The state of one upgrade."""

    document: Document
    folder: Folder
    problems: list[Problem] = field(default_factory=list[Problem])
    waiting: deque[tuple[Kind, Target]] = field(default_factory=deque[tuple[Kind, Target]])
    places: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    _references: list[_Reference] = field(default_factory=list[_Reference])
    _met: set[tuple[Kind, str, str]] = field(default_factory=set[tuple[Kind, str, str]])

    def follow(self, document: Document, node: Mapping[str, Json]) -> Target | None:
        """What a node's `$ref` leads to in the published files; nothing where that is for `validate` to tell."""
        reference = node.get("$ref")
        try:
            return self.folder.follow(document, reference) if isinstance(reference, str) else None
        except (ReferenceFault, Refused):
            return None

    def refer(self, kind: Kind, here: Here, node: Mapping[str, Json], target: Target | None = None) -> dict[str, Json]:
        """The node with its `$ref` led to where the target will be; to another target where one is given."""
        new = dict(node)
        target = target or self.follow(here.document, node)
        if target is not None:
            self._references.append(_Reference(new, here.document, target.document, target.pointer))
            self._await(kind, target)
        return new

    def _await(self, kind: Kind, target: Target) -> None:
        key = (kind, target.document.file, target.pointer)
        within = target.document is self.document and split(target.pointer)[:1] in [(each,) for each in _SECTIONS]
        if not within and key not in self._met:
            self._met.add(key)
            self.waiting.append((kind, target))

    def settle(self) -> None:
        """Set every reference."""
        now = {file: _inverse(places) for file, places in self.places.items()}
        for each in self._references:
            pointer = _led(now.get(each.target.file, {}), each.pointer)
            path = _path(each.document, each.target)
            each.node["$ref"] = f"{path}#{quote(pointer, safe=_SAFE)}" if pointer or not path else path


@dataclass(frozen=True, slots=True)
class Here:
    """A place: where it stood in its file, and where it stands now."""

    upgrading: Upgrading
    document: Document
    old: str
    new: str

    def at(self, *steps: str | int) -> Here:
        """A place below, by the same steps as before."""
        return Here(self.upgrading, self.document, join(self.old, *steps), join(self.new, *steps))

    def moved(self, old: str, *new: str | int) -> Here:
        """A place below that stood at the pointer `old`; noted, for references and problems."""
        place = Here(self.upgrading, self.document, old, join(self.new, *new))
        self.upgrading.places.setdefault(self.document.file, {}).setdefault(place.new, place.old)
        return place

    def warn(self, code: str, message: str, hint: str = "") -> None:
        """Note what this place loses."""
        problem = Problem(code, Origin(self.document.file, self.old), message, hint, "warning")
        self.upgrading.problems.append(problem)


def _inverse(places: Mapping[str, str]) -> dict[str, str]:
    """Where each old place is now: the first it was moved to."""
    found: dict[str, str] = {}
    for new, old in places.items():
        found.setdefault(old, new)
    return found


def _led(places: Mapping[str, str], pointer: str) -> str:
    above = pointer
    while above not in places:
        if not above:
            return pointer
        above = above.rpartition("/")[0]
    return places[above] + pointer[len(above) :]


def _path(document: Document, target: Document) -> str:
    if target.path == document.path:
        return ""
    relative = PurePath(os.path.relpath(target.path.resolve(), document.path.resolve().parent))
    return quote(relative.as_posix(), safe="/ ")

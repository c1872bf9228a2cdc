"""Schemas that have an address or a name of their own: `$id` and `$anchor`, and `$self` of a document.

In: a document's data, and the address that its file has. Out: `Identities`: each part with an address (a *resource*)
by the pointer at which it begins, and the anchors. OpenAPI knows these from 3.1 on.

Why by a walk over everything and not by position: a file that is referred to does not say what it is. What a document
quotes (examples, defaults, extensions) is passed over, and names of properties are no keywords.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import urldefrag, urljoin

from specwright.load.pointers import join
from specwright.load.shape import Json

__all__ = ["ANCHORS", "Identities", "absolute", "identities_of", "mentions"]

ANCHORS = ("$anchor", "$dynamicAnchor")
_QUOTED = frozenset({"const", "default", "enum", "example", "examples", "value"})
_OF_NAMES = frozenset({"$defs", "definitions", "patternProperties", "properties", "schemas"})


@dataclass(frozen=True, slots=True)
class Identities:
    """The resources of one document by pointer, and the places of its anchors by resource and name."""

    resources: Mapping[str, str]
    anchors: Mapping[tuple[str, str], tuple[str, ...]]

    def resource_at(self, pointer: str) -> str:
        """The pointer at which the resource around a place begins."""
        above = pointer
        while above not in self.resources:
            above = above.rpartition("/")[0]
        return above

    def named(self, name: str) -> tuple[str, ...]:
        """Every place with an anchor of this name."""
        return tuple(place for (_, other), places in self.anchors.items() if other == name for place in places)

    def anchor(self, resource: str, name: str, near: str = "") -> str | None:
        """Where an anchor of a resource is, the nearest of several; of another resource, if only that has the name."""
        own = self.anchors.get((self.resources[resource], name), ())
        if own:
            return max(own, key=lambda place: _shared(place, near))
        others = self.named(name)
        return others[0] if len(others) == 1 else None


def _shared(one: str, other: str) -> int:
    """How many steps two places have in common."""
    pairs = zip(one.split("/"), other.split("/"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def absolute(base: str, reference: str) -> str:
    """The address of what a reference means that stands where `base` is the address."""
    if not reference or reference.startswith("#"):
        return f"{base}{reference}"
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def mentions(data: Json, words: tuple[str, ...]) -> bool:
    """Whether any mapping of the data has one of these keys."""
    stack: list[Json] = [data]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if any(word in node for word in words):
                return True
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return False


def identities_of(data: dict[str, Json], address: str) -> Identities:
    """Every resource and anchor of a document."""
    own = data.get("$self")
    base = absolute(address, urldefrag(own).url) if isinstance(own, str) else address
    resources, anchors = {"": base}, dict[tuple[str, str], tuple[str, ...]]()
    for pointer, node, within in _schemas(data, base) if mentions(data, (*ANCHORS, "$id")) else ():
        if (name := _own_address(node, within)) != within:
            resources[pointer] = name
        for key in ANCHORS:
            if isinstance(anchor := node.get(key), str):
                anchors[name, anchor] = (*anchors.get((name, anchor), ()), pointer)
    return Identities(resources, anchors)


def _own_address(node: Mapping[str, Json], base: str) -> str:
    written = node.get("$id")
    return absolute(base, urldefrag(written).url) if isinstance(written, str) else base


def _schemas(data: dict[str, Json], base: str) -> Iterator[tuple[str, dict[str, Json], str]]:
    """Every mapping that may be a schema, its place and the address around it, in document order."""
    stack: list[tuple[str, Json, str, bool]] = [("", data, base, False)]
    while stack:
        pointer, node, within, holds_names = stack.pop()
        below: list[tuple[str, Json, str, bool]] = []
        if isinstance(node, list):
            below = [(join(pointer, index), each, within, False) for index, each in enumerate(node)]
        elif isinstance(node, dict):
            inner = within
            if not holds_names:
                yield pointer, node, within
                inner = _own_address(node, within)
            for key, each in node.items():
                if holds_names or not (key in _QUOTED or key.startswith("x-")):
                    below.append((join(pointer, key), each, inner, key in _OF_NAMES and not holds_names))
        stack.extend(reversed(below))

"""Sites: pieces of a document with their places, and the typed steps from one to the next.

In: a document's data. Out: a `Site`, the sites below it, or the value at a key in the type that the reader wants; its
empty value where the document has something else there.

Why a boolean reads as an object: in OpenAPI 3.1 `true` and `false` are schemas.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.load import Json
from specwright.load.pointers import join
from specwright.problems import Origin

__all__ = ["Site", "as_node", "child", "items", "members", "site_at", "text", "verbatim"]

_TRUE: Mapping[str, Json] = {}
_FALSE: Mapping[str, Json] = {"not": {}}


@dataclass(frozen=True, slots=True)
class Site:
    """A JSON object and its place."""

    origin: Origin
    node: Mapping[str, Json]


def child(origin: Origin, *steps: str | int) -> Origin:
    """The place below this one."""
    return Origin(origin.file, join(origin.pointer, *steps))


def as_node(value: Json) -> Mapping[str, Json] | None:
    """The value as an object, if it is one."""
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    return value if isinstance(value, dict) else None


def text(site: Site, key: str) -> str:
    """The text at a key, without the blank space around it."""
    value = site.node.get(key)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def verbatim(site: Site, key: str) -> str:
    """The text at a key as it is: a name on the wire, in which a blank counts."""
    value = site.node.get(key)
    return value if isinstance(value, str) else ""


def site_at(site: Site, key: str) -> Site:
    """The object at a key, or an empty one."""
    return Site(child(site.origin, key), as_node(site.node.get(key)) or {})


def members(site: Site, key: str) -> Iterator[tuple[str, Site]]:
    """The objects in the object at a key, by name."""
    holder = site_at(site, key)
    for name in sorted(holder.node):
        if (node := as_node(holder.node[name])) is not None:
            yield name, Site(child(holder.origin, name), node)


def items(site: Site, key: str) -> Iterator[Site]:
    """The objects in the list at a key, in order."""
    listed = site.node.get(key)
    for index, value in enumerate(listed) if isinstance(listed, list) else ():
        if (node := as_node(value)) is not None:
            yield Site(child(site.origin, key, index), node)

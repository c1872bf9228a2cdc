"""Small typed reads from a site: text, members, lists, JSON as canonical text.

In: a `Site`. Out: the value in the type that the IR wants, or its empty value where the document has something else
there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from specwright.ir import JsonText, Server
from specwright.load import Json
from specwright.resolve import Site, child

__all__ = ["items", "json_text", "members", "optional_json", "servers_of", "site_at", "text"]


def text(site: Site, key: str) -> str:
    """The text at a key, without the blank space around it."""
    value = site.node.get(key)
    return value.strip() if isinstance(value, str) else ""


def site_at(site: Site, key: str) -> Site:
    """The object at a key, or an empty one."""
    node = site.node.get(key)
    return Site(child(site.origin, key), node if isinstance(node, dict) else {})


def members(site: Site, key: str) -> Iterator[tuple[str, Site]]:
    """The objects in the object at a key, by name."""
    holder = site_at(site, key)
    for name in sorted(holder.node):
        node = holder.node[name]
        if isinstance(node, bool):  # 3.1: `true` and `false` are schemas
            node = {} if node else {"not": {}}
        if isinstance(node, dict):
            yield name, Site(child(holder.origin, name), node)


def items(site: Site, key: str) -> Iterator[Site]:
    """The objects in the list at a key, in order."""
    nodes = site.node.get(key)
    for index, node in enumerate(nodes if isinstance(nodes, list) else []):
        value = ({} if node else {"not": {}}) if isinstance(node, bool) else node
        if isinstance(value, dict):
            yield Site(child(site.origin, key, index), value)


def json_text(value: Json) -> JsonText:
    """A JSON value as its canonical text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def optional_json(site: Site, key: str) -> JsonText | None:
    """The value at a key as canonical text, `None` where there is none."""
    return json_text(site.node[key]) if key in site.node else None


def servers_of(site: Site) -> tuple[Server, ...]:
    """The servers listed at a site, their variables filled in by their defaults."""
    return tuple(Server(_filled(each), text(each, "description")) for each in items(site, "servers"))


def _filled(server: Site) -> str:
    url = text(server, "url")
    for name, variable in members(server, "variables"):
        url = url.replace("{" + name + "}", text(variable, "default"))
    return url

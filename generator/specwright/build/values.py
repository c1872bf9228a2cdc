"""Values: JSON as canonical text, and servers.

In: a `Site`. Out: the value in the type that the IR wants.
"""

from __future__ import annotations

import json

from specwright.ir import JsonText, Server
from specwright.load import Json
from specwright.sites import Site, items, members, text

__all__ = ["json_text", "optional_json", "servers_of"]


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

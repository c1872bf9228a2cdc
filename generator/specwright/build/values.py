"""Values: JSON as canonical text, and servers.

In: a `Site`. Out: the value in the type that the IR wants.
"""

from __future__ import annotations

import json
import re

from specwright.ir import JsonText, Server, ServerVariable
from specwright.load import Json
from specwright.sites import Site, items, members, text

__all__ = ["json_text", "optional_json", "servers_of"]

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def json_text(value: Json) -> JsonText:
    """A JSON value as its canonical text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def optional_json(site: Site, key: str) -> JsonText | None:
    """The value at a key as canonical text, `None` where there is none."""
    return json_text(site.node[key]) if key in site.node else None


def servers_of(site: Site) -> tuple[Server, ...]:
    """The servers listed at a site."""
    return tuple(_server(each) for each in items(site, "servers"))


def _server(site: Site) -> Server:
    """A server; a variable that has no default stays in its address."""
    template, described = text(site, "url"), dict(members(site, "variables"))
    names = dict.fromkeys(_VARIABLE.findall(template))
    variables = tuple(_variable(name, described.get(name)) for name in names)
    url = template
    for each in variables:
        url = url if each.default is None else url.replace("{" + each.name + "}", json.loads(each.default))
    return Server(url, text(site, "description"), template if variables else "", variables)


def _variable(name: str, site: Site | None) -> ServerVariable:
    if site is None:
        return ServerVariable(name)
    listed = site.node.get("enum")
    values = (_as_text(each) for each in (listed if isinstance(listed, list) else ()))
    known = tuple(dict.fromkeys(each for each in values if each is not None))
    return ServerVariable(name, _as_text(site.node.get("default")), known, text(site, "description"))


def _as_text(value: Json) -> JsonText | None:
    """A value as the text that is put into an address: a port may be written as a number."""
    if isinstance(value, str | int | float):
        return json_text(value if isinstance(value, str) else json_text(value))
    return None

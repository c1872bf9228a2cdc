"""Servers: where a client sends its calls, and how a user fills in the parts of an address that are left to him.

In: the servers of an API or an operation. Out: addresses, and a `ServerView` where the client's own has variables.

A relative address means the host that the document comes from, which a document does not say. An operation's is taken
from the host of the API; the API's own asks its user for `base_url`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import urljoin

from specwright.ir import Api, JsonText, Operation, Server, ServerVariable
from specwright.names import ARGUMENTS, safe, snake
from specwright.python.views import Argument, ServerView

__all__ = ["address_sample", "base_url_of", "server_view", "servers_of"]

_PARTS = re.compile(r"\{([^{}]*)\}")
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)


def base_url_of(api: Api) -> str:
    """The address of the first server, empty where there is none."""
    return api.servers[0].url if api.servers else ""


def address_sample(api: Api) -> str:
    """The argument that a client cannot do without where the document names no whole address; else nothing."""
    base = base_url_of(api)
    if _ABSOLUTE.match(base) or "{" in base:
        return ""
    return f"base_url={json.dumps(urljoin('https://api.example.com', base))}"


def servers_of(api: Api, operation: Operation) -> tuple[str, ...]:
    """The addresses of an operation that has its own."""
    base = base_url_of(api)
    return tuple(
        urljoin(base, each.url) if _ABSOLUTE.match(base) and not _ABSOLUTE.match(each.url) else each.url
        for each in operation.servers
    )


def server_view(api: Api) -> ServerView | None:
    """How the first server's address is put together, where anything in it is left open."""
    server = api.servers[0] if api.servers else None
    if server is None or not server.variables:
        return None
    names = _names(server)
    arguments = tuple((_argument(each, names[each.name]), _default(each)) for each in server.variables)
    given = [argument for argument, default in arguments if not default] or [arguments[0][0]]
    return ServerView(
        template=server.template,
        arguments=arguments,
        pieces=_pieces(server, names),
        is_chosen=any(each.values for each in server.variables),
        sample=", ".join(f"{argument.name}=..." for argument in given),
    )


def _names(server: Server) -> Mapping[str, str]:
    """The argument for each variable; of two alike the later one gets underscores behind it."""
    names: dict[str, str] = {}
    for each in server.variables:
        name = safe(snake(each.name), ARGUMENTS)
        while name in names.values():
            name += "_"
        names[each.name] = name
    return names


def _argument(variable: ServerVariable, name: str) -> Argument:
    annotation = f"Literal[{', '.join(map(_literal, variable.values))}]" if variable.values else "str"
    doc = variable.description or f"What stands for `{{{variable.name}}}`."
    return Argument(name, annotation, variable.default is None, doc)


def _default(variable: ServerVariable) -> str:
    """The default as Python; one that is not among the choices is none."""
    fits = variable.default is not None and (not variable.values or variable.default in variable.values)
    return _literal(variable.default) if fits and variable.default is not None else ""


def _literal(text: JsonText) -> str:
    """A text of the IR as Python writes it, every sign of it visible."""
    return ascii(json.loads(text))


def _pieces(server: Server, names: Mapping[str, str]) -> str:
    """The address as Python expressions, one behind the other."""
    parts = _PARTS.split(server.template)
    return ", ".join(names[part] if index % 2 else ascii(part) for index, part in enumerate(parts) if part or index % 2)

"""Servers: `schemes`, `host` and `basePath` become addresses.

In: a document of Swagger 2.0. Out: servers of OpenAPI 3.0; a relative one, or none, where the document names no host.

Why https first: the list has no order in 2.0, and a client takes the first.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.load import Json

__all__ = ["servers_of"]

_HTTP = ("https", "http")
_SOCKETS = ("wss", "ws")


def servers_of(document: Mapping[str, Json], schemes: Json) -> list[Json]:
    """The addresses of a document, by the schemes given."""
    host, base = _host(document.get("host")), _base(document.get("basePath"))
    if not host:
        return [{"url": base}] if base else []
    named = {each for each in schemes if isinstance(each, str)} if isinstance(schemes, list) else set[str]()
    used = [each for each in _HTTP if each in named] or [each for each in _SOCKETS if each in named] or ["https"]
    return [{"url": f"{scheme}://{host}{base}"} for scheme in used]


def _host(written: Json) -> str:
    """A host is written without a scheme; some write one all the same."""
    text = written.strip() if isinstance(written, str) else ""
    return text.rpartition("://")[2].rstrip("/")


def _base(written: Json) -> str:
    text = written.strip().strip("/") if isinstance(written, str) else ""
    return f"/{text}" if text else ""

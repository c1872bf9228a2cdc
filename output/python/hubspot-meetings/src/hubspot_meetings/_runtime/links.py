"""Links: the address of a next page, from what an answer says to where a request may go.

In: the text of a `Link` header, or an address of the body. Out: the address and its query, or a `PagingError`.

Why another host is refused: whoever answers would otherwise decide who gets the credentials. Why `http` becomes `https`
on the same host: servers behind a gateway do not know how they are called, and nothing is lost on the way up.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final
from urllib.parse import SplitResult, unquote_plus, urlsplit

from .errors import PagingError

__all__ = ["next_link", "within"]

_LINK: Final = re.compile(r"<([^>]*)>((?:\"(?:\\.|[^\"\\])*\"|[^<\"])*)")
_ATTRIBUTE: Final = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"((?:\\.|[^\"\\])*)\"|([^\s;,\"]*))")
_PORTS: Final = {"http": 80, "https": 443}


def next_link(header: str) -> str | None:
    """The `next` address of a `Link` header; several relations may share an address, and addresses hold commas."""
    for address, attributes in _LINK.findall(header):
        relations = [quoted or bare for name, quoted, bare in _ATTRIBUTE.findall(attributes) if name.lower() == "rel"]
        if "next" in " ".join(relations[:1]).lower().split():
            return str(address).strip()
    return None


def within(name: str, base: str, url: str, hidden: Collection[str]) -> tuple[str, list[str]]:
    """The address and its query, credentials left out; raises when it leads away from the API."""
    here, there = urlsplit(base), urlsplit(url)
    if _place(here) == _place(there._replace(scheme=here.scheme)) and (here.scheme, there.scheme) == ("https", "http"):
        there = there._replace(scheme="https", netloc=here.netloc)
    if (here.scheme, *_place(here)) != (there.scheme, *_place(there)) or "@" in there.netloc:
        raise PagingError(f"{name}: the next page is at another host, {there.hostname!r}; no credentials go there")
    pairs = there.query.split("&") if there.query else []
    kept = [pair for pair in pairs if unquote_plus(pair.partition("=")[0]) not in hidden]
    return there._replace(query="", fragment="").geturl(), kept


def _place(parts: SplitResult) -> tuple[str | None, int | None]:
    return parts.hostname, _port(parts)


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return None  # no port that there is, and so not ours

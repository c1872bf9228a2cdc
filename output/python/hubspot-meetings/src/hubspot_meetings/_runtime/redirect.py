"""Where a redirect leads, and what may go there.

In: a request and the answer to it. Out: the next request, or `None`.

Why by hand: the transport would carry an API key in a header of its own name to another host. Only GET and HEAD
follow; to another origin go no credentials, no cookies and none of the caller's own fields; nothing goes from https
to http.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin, urlsplit

from .effects import RawAnswer
from .headers import Headers
from .request import Request

__all__ = ["redirected"]

_STATUSES: Final = frozenset({301, 302, 303, 307, 308})
_HARMLESS: Final = frozenset({"accept", "user-agent"})


def redirected(request: Request, answer: RawAnswer) -> Request | None:
    """The request that follows this redirect, if it is one that may be followed."""
    location = answer.headers.get("location")
    if answer.status not in _STATUSES or request.method not in {"GET", "HEAD"} or not location:
        return None
    url = urljoin(request.url, location)
    here, there = urlsplit(request.url), urlsplit(url)
    if there.scheme not in {"http", "https"} or (here.scheme == "https" and there.scheme == "http"):
        return None
    if (here.scheme, here.netloc) == (there.scheme, there.netloc):
        return Request(request.method, url, request.headers, None, _shown(url))
    kept = [(name, value) for name, value in request.headers.fields if name.lower() in _HARMLESS]
    return Request(request.method, url, Headers(kept), None, _shown(url))


def _shown(url: str) -> str:
    """The address without its query, which may hold a signature."""
    return url.partition("?")[0]

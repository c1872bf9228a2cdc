"""The shape of a client that a caller may pass.

In: nothing. Out: protocols that `httpx2.Client` and `httpx2.AsyncClient` have.

Why `Never`: the request is the transport library's own type, which does not appear here; nobody but the transport
calls `send`.
"""

from __future__ import annotations

from typing import Never, Protocol

__all__ = ["AsyncHttpClient", "HttpClient"]


class HttpClient(Protocol):
    """An `httpx2.Client`: connections, proxies, certificates and event hooks are its own, and it is not closed by us.

    Nothing else of it is used: not its headers, cookies, parameters, authentication, `base_url` and timeout. What goes
    out is what the contract and the settings of the SDK's client say; `with_options(headers=...)` there adds header
    fields to each call.
    """

    @property
    def is_closed(self) -> bool:
        """Whether it can send no more."""
        ...

    def send(self, request: Never, *, stream: bool = False) -> object:
        """Send a request."""
        ...

    def close(self) -> None:
        """Not called by us; it tells this client from an asynchronous one."""
        ...


class AsyncHttpClient(Protocol):
    """An `httpx2.AsyncClient`: as with `HttpClient`, nothing but its connections is used, and you close it."""

    @property
    def is_closed(self) -> bool:
        """Whether it can send no more."""
        ...

    async def send(self, request: Never, *, stream: bool = False) -> object:
        """Send a request."""
        ...

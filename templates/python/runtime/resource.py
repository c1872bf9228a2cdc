"""The base of the generated resources.

In: a client. Out: an object whose methods call it.

Why `__operations__`: it leads from a method back to its operation, so that raw responses, unsent requests and scopes
need no second method.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from .operation import Operation

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .sync_client import SyncClient

__all__ = ["AsyncResource", "Resource", "client_of"]


class Resource:
    """A group of operations."""

    __operations__: ClassVar[Mapping[str, Operation[object]]] = {}

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """A group of operations, to be awaited."""

    __operations__: ClassVar[Mapping[str, Operation[object]]] = {}

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


def client_of(resource: Resource | AsyncResource) -> SyncClient | AsyncClient:
    """The client that a resource calls; an attribute would stand among the API's own names."""
    return resource._client  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - its own module

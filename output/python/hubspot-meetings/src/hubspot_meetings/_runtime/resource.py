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

__all__ = ["AsyncResource", "Resource"]


class Resource:
    """A group of operations."""

    __operations__: ClassVar[Mapping[str, Operation[object]]] = {}

    def __init__(self, client: SyncClient) -> None:
        self._client = client


class AsyncResource:
    """A group of operations, to be awaited."""

    __operations__: ClassVar[Mapping[str, Operation[object]]] = {}

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

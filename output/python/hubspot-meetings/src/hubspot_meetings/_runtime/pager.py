"""A listing, page by page, as far as the caller goes.

In: how to fetch a page. Out: `Pager` and `AsyncPager`, over items or over pages. Nothing is fetched before the first
step, and each loop starts again at the first page.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Generic, TypeVar, cast

from .arguments import Arguments
from .operation import Operation
from .paging import Turner, items_of, paging_of
from .public import public
from .response import Response

__all__ = ["AsyncPager", "Pager"]

Item_co = TypeVar("Item_co", covariant=True)
Page_co = TypeVar("Page_co", covariant=True)


@public
class Pager(Generic[Item_co, Page_co]):
    """`for item in pager`, or `for page in pager.pages()`."""

    def __init__(
        self, fetch: Callable[[Arguments], Response[Page_co]], first: Arguments, operation: Operation[object]
    ) -> None:
        self._fetch = fetch
        self._first = first
        self._name = operation.name
        self._paging = paging_of(operation)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._name}>"

    def __iter__(self) -> Iterator[Item_co]:
        for page in self.pages():
            yield from cast("list[Item_co]", items_of(self._paging, page))

    def pages(self) -> Iterator[Page_co]:
        """The pages as the API sends them."""
        turner = Turner(self._name, self._paging)
        arguments: Arguments | None = self._first
        while arguments is not None:
            response = self._fetch(arguments)
            yield response.value
            arguments = turner.next(arguments, response)


@public
class AsyncPager(Generic[Item_co, Page_co]):
    """`async for item in pager`, or `async for page in pager.pages()`."""

    def __init__(
        self, fetch: Callable[[Arguments], Awaitable[Response[Page_co]]], first: Arguments, operation: Operation[object]
    ) -> None:
        self._fetch = fetch
        self._first = first
        self._name = operation.name
        self._paging = paging_of(operation)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._name}>"

    async def __aiter__(self) -> AsyncIterator[Item_co]:
        async for page in self.pages():
            for item in cast("list[Item_co]", items_of(self._paging, page)):
                yield item

    async def pages(self) -> AsyncIterator[Page_co]:
        """The pages as the API sends them."""
        turner = Turner(self._name, self._paging)
        arguments: Arguments | None = self._first
        while arguments is not None:
            response = await self._fetch(arguments)
            yield response.value
            arguments = turner.next(arguments, response)

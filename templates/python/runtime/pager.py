"""A listing, page by page, as far as the caller goes.

In: how to fetch a page. Out: `Pager` and `AsyncPager`, over items, over pages, or over responses. Nothing is fetched
before the first step, and each loop starts again at the first page.

Why an import inside: a resource names these classes when it loads; how pages are turned is needed by the first loop.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Generic, TypeVar, cast

from .arguments import Arguments
from .errors import PagingError
from .operation import Operation, Paging
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
        self._paging = _paging_of(operation)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._name}>"

    def __iter__(self) -> Iterator[Item_co]:
        from .paging import items_of  # noqa: PLC0415

        for page in self.pages():
            yield from cast("list[Item_co]", items_of(self._paging, page))

    def pages(self) -> Iterator[Page_co]:
        """The pages as the API sends them."""
        for response in self.responses():
            yield response.value

    def responses(self) -> Iterator[Response[Page_co]]:
        """The pages with their status, headers and bytes."""
        from .paging import Turner  # noqa: PLC0415

        turner = Turner(self._name, self._paging, self._first)
        arguments: Arguments | None = self._first
        while arguments is not None:
            response = self._fetch(arguments)
            yield response
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
        self._paging = _paging_of(operation)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._name}>"

    async def __aiter__(self) -> AsyncIterator[Item_co]:
        from .paging import items_of  # noqa: PLC0415

        async for page in self.pages():
            for item in cast("list[Item_co]", items_of(self._paging, page)):
                yield item

    async def pages(self) -> AsyncIterator[Page_co]:
        """The pages as the API sends them."""
        async for response in self.responses():
            yield response.value

    async def responses(self) -> AsyncIterator[Response[Page_co]]:
        """The pages with their status, headers and bytes."""
        from .paging import Turner  # noqa: PLC0415

        turner = Turner(self._name, self._paging, self._first)
        arguments: Arguments | None = self._first
        while arguments is not None:
            response = await self._fetch(arguments)
            yield response
            arguments = turner.next(arguments, response)


def _paging_of(operation: Operation[object]) -> Paging:
    """How this operation is paged; only a listing has pages."""
    if operation.paging is None:
        raise PagingError(f"{operation.name} has no pages")
    return operation.paging

"""The items of a body that is read while it arrives: JSON lines, or server-sent events.

In: an open body and the reader of its items. Out: `ItemStream` and `AsyncItemStream`, what a method returns whose
answer is such a body. An item is decoded when it is asked for, so a body of any length takes the memory of one item.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

from .public import public

if TYPE_CHECKING:
    from .items import ItemReader
    from .response import Response
    from .streams import AsyncStream, SyncStream

__all__ = ["AsyncItemStream", "ItemStream"]

T_co = TypeVar("T_co", covariant=True)


@public
class ItemStream(Generic[T_co]):
    """`for item in stream`, once; `close()`, or leaving a `with` block, drops the rest."""

    def __init__(self, body: SyncStream, reader: ItemReader) -> None:
        self._body = body
        self._steps = self._read(reader)

    @property
    def response(self) -> Response[None]:
        """Status, header fields and the rest of what came before the body."""
        return self._body.response

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T_co:
        return next(self._steps)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop the rest of the body."""
        self._steps.close()
        self._body.close()

    def _read(self, reader: ItemReader) -> Generator[T_co]:
        try:
            for line in self._body.iter_lines():
                yield from cast("tuple[T_co, ...]", reader.feed(line))
                if reader.finished:
                    return
        finally:
            self._body.close()


@public
class AsyncItemStream(Generic[T_co]):
    """`async for item in stream`, once; `close()`, or leaving an `async with` block, drops the rest."""

    def __init__(self, body: AsyncStream, reader: ItemReader) -> None:
        self._body = body
        self._steps = self._read(reader)

    @property
    def response(self) -> Response[None]:
        """Status, header fields and the rest of what came before the body."""
        return self._body.response

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T_co:
        return await anext(self._steps)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Drop the rest of the body."""
        await self._steps.aclose()
        await self._body.close()

    async def _read(self, reader: ItemReader) -> AsyncGenerator[T_co]:
        try:
            async for line in self._body.iter_lines():
                for item in cast("tuple[T_co, ...]", reader.feed(line)):
                    yield item
                if reader.finished:
                    return
        finally:
            await self._body.close()

"""A body that is read piece by piece while it arrives.

In: an answer whose body is still open. Out: `SyncStream` and `AsyncStream`: bytes, lines, server-sent events, or a
file.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Protocol, cast

import anyio

from .events import EventParser, LineParser, ServerSentEvent
from .headers import Headers
from .public import public
from .response import Response
from .transport import faults

__all__ = ["AsyncStream", "SyncStream"]


class _Live(Protocol):
    def iter_bytes(self) -> Iterator[bytes]: ...
    def close(self) -> None: ...


class _AsyncLive(Protocol):
    def aiter_bytes(self) -> AsyncIterator[bytes]: ...
    async def aclose(self) -> None: ...


class _Answer:
    """What is known before the body."""

    def __init__(self, response: Response[None]) -> None:
        self.response = response

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.response.status

    @property
    def headers(self) -> Headers:
        """The header fields of the answer."""
        return self.response.headers

    @property
    def request_id(self) -> str | None:
        """The server's own name for this request."""
        return self.response.request_id


@public
class SyncStream(_Answer):
    """An open body; it can be read once, in one of these ways."""

    def __init__(self, response: Response[None], live: object) -> None:
        super().__init__(response)
        self._live = cast("_Live", live)

    def iter_bytes(self) -> Iterator[bytes]:
        """The body in the pieces in which it arrives, decompressed."""
        with faults(self.response.url):
            yield from self._live.iter_bytes()

    def iter_lines(self) -> Iterator[str]:
        """The lines of a text, without their ends."""
        lines = LineParser()
        for piece in self.iter_bytes():
            yield from lines.feed(piece)
        yield from lines.end()

    def iter_events(self) -> Iterator[ServerSentEvent[str]]:
        """Server-sent events."""
        events = EventParser()
        for line in self.iter_lines():
            if (event := events.feed(line)) is not None:
                yield event

    def read(self) -> bytes:
        """The rest of the body at once."""
        return b"".join(self.iter_bytes())

    def save(self, path: str | Path) -> None:
        """Write the body to a file."""
        with Path(path).open("wb") as file:
            file.writelines(self.iter_bytes())

    def close(self) -> None:
        """Drop the rest of the body."""
        self._live.close()


@public
class AsyncStream(_Answer):
    """An open body; it can be read once, in one of these ways."""

    def __init__(self, response: Response[None], live: object) -> None:
        super().__init__(response)
        self._live = cast("_AsyncLive", live)

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """The body in the pieces in which it arrives, decompressed."""
        with faults(self.response.url):
            async for piece in self._live.aiter_bytes():
                yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """The lines of a text, without their ends."""
        lines = LineParser()
        async for piece in self.iter_bytes():
            for line in lines.feed(piece):
                yield line
        for line in lines.end():
            yield line

    async def iter_events(self) -> AsyncIterator[ServerSentEvent[str]]:
        """Server-sent events."""
        events = EventParser()
        async for line in self.iter_lines():
            if (event := events.feed(line)) is not None:
                yield event

    async def read(self) -> bytes:
        """The rest of the body at once."""
        return b"".join([piece async for piece in self.iter_bytes()])

    async def save(self, path: str | Path) -> None:
        """Write the body to a file."""
        async with await anyio.open_file(path, "wb") as file:
            async for piece in self.iter_bytes():
                await file.write(piece)

    async def close(self) -> None:
        """Drop the rest of the body."""
        await self._live.aclose()

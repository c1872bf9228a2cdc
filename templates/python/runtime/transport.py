"""The network: the one module that knows httpx2.

In: a `Send`. Out: a `RawAnswer`, or a `TransportError` of ours.

Why requests are built here and not by the client's own method: ours are whole already, and merging a client's
defaults into each costs more than the rest of a call. A client that the caller passed lends its connections, proxies
and certificates; its own headers, cookies, parameters and authentication stay out, because the contract decides what
is sent.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Final, cast

import anyio.to_thread
import httpx2

from .effects import RawAnswer, Send
from .errors import ClosedClientError, ConfigurationError, InvalidRequestError
from .headers import Headers
from .options import Timeout
from .request import Request
from .transport_errors import ConnectError, ConnectTimeoutError, ExchangeTimeoutError, ReadError, TransportError
from .uploads import Multipart, Part, Upload

__all__ = ["AsyncTransport", "SyncTransport", "faults"]

_FAULTS: Final[tuple[tuple[type[Exception], type[TransportError], str], ...]] = (
    (httpx2.ConnectTimeout, ConnectTimeoutError, "no connection to {host} within the timeout"),
    (httpx2.PoolTimeout, ConnectTimeoutError, "no free connection to {host} within the timeout"),
    (httpx2.TimeoutException, ExchangeTimeoutError, "no answer from {host} within the timeout"),
    (httpx2.ConnectError, ConnectError, "no connection to {host}"),
    (httpx2.ProxyError, ConnectError, "no connection to {host} through the proxy"),
)


class _QuietURL(httpx2.URL):
    """An address that prints without the values in its query: the library logs every address.

    It compares as what it is, so that a caller's own transport can still tell addresses apart.
    """

    def __str__(self) -> str:
        address, mark, query = super().__str__().partition("?")
        return address + mark + "&".join(f"{pair.partition('=')[0]}=[hidden]" for pair in query.split("&"))

    def __eq__(self, other: object) -> bool:
        return httpx2.URL(self) == (httpx2.URL(other) if isinstance(other, _QuietURL) else other)

    def __hash__(self) -> int:
        return hash(httpx2.URL(self))


@contextmanager
def faults(url: str) -> Generator[None]:
    """Turn the library's exceptions into ours, which name the host that was called."""
    try:
        yield
    except (httpx2.LocalProtocolError, httpx2.UnsupportedProtocol, httpx2.InvalidURL) as error:
        raise InvalidRequestError(f"the request cannot be sent: {error}") from None
    except httpx2.RequestError as error:
        known = ((ours, words) for kind, ours, words in _FAULTS if isinstance(error, kind))
        ours, words = next(known, (ReadError, "the connection to {host} broke"))
        message = words.format(host=_host(url))
        raise ours(f"{message}: {error}" if str(error) else message) from None
    except RuntimeError as error:
        if "client has been closed" in str(error):
            raise ClosedClientError("the http_client of this client is closed") from None
        raise


def _host(url: str) -> str:
    """Host and port alone: the rest of an address may hold a secret."""
    return url.partition("://")[2].partition("/")[0].partition("?")[0].rpartition("@")[2]


@contextmanager
def _outgoing(effect: Send, encodings: str | None) -> Generator[httpx2.Request]:
    """The library's own request; files stay open while it is in use."""
    request = effect.request
    fields = list(request.headers.fields)
    if encodings is not None and "accept-encoding" not in request.headers:
        fields.append(("Accept-Encoding", encodings))
    with ExitStack() as files:
        made = _made(request, fields, files)
        made.extensions["timeout"] = _seconds(effect.timeout)
        if "?" in request.url:
            made.url = _QuietURL(made.url)
        yield made


def _seconds(timeout: Timeout) -> dict[str, float | None]:
    return {"connect": timeout.connect, "read": timeout.read, "write": timeout.write, "pool": timeout.pool}


def _made(request: Request, fields: list[tuple[str, str]], files: ExitStack) -> httpx2.Request:
    match request.content:
        case Multipart(parts=parts):
            kept = [(name, value) for name, value in fields if name.lower() != "content-type"]
            return httpx2.Request(
                request.method, request.url, headers=kept, files=[_part(part, files) for part in parts]
            )
        case Upload():
            return httpx2.Request(request.method, request.url, headers=fields, content=_opened(request.content, files))
        case _:
            return httpx2.Request(request.method, request.url, headers=fields, content=request.content)


def _part(
    part: Part, files: ExitStack
) -> tuple[str, tuple[str | None, bytes | IO[bytes], str | None, Mapping[str, str]]]:
    return part.name, (part.filename, _opened(part.upload, files), part.media_type, part.headers)


def _opened(upload: Upload, files: ExitStack) -> bytes | IO[bytes]:
    source = upload.source
    if isinstance(source, Path):
        return files.enter_context(source.open("rb"))
    if upload.start is not None:
        cast("IO[bytes]", source).seek(upload.start)
    return cast("bytes | IO[bytes]", source)


def _answer(response: httpx2.Response, live: object = None) -> RawAnswer:
    """What the rest of the runtime needs of the library's response."""
    headers = Headers([(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw])
    return RawAnswer(response.status_code, headers, b"" if live is not None else response.content, live)


class SyncTransport:
    """Sends in the calling thread, over the caller's own client or one of ours; many threads may share it."""

    def __init__(self, given: object | None) -> None:
        if given is not None and not hasattr(given, "send"):
            raise ConfigurationError("http_client must be an httpx2.Client")
        if isinstance(given, httpx2.AsyncClient):
            raise ConfigurationError("http_client is asynchronous; pass an httpx2.Client, or use AsyncClient")
        self._given = given is not None
        self._client = cast("httpx2.Client", given) if given is not None else httpx2.Client()
        self._encodings = self._client.headers.get("accept-encoding")

    def send(self, effect: Send) -> RawAnswer:
        """One request and its answer; with `live`, the body of a good answer stays unread."""
        with faults(effect.request.url), _outgoing(effect, self._encodings) as request:
            response = self._client.send(request, stream=effect.live, auth=None, follow_redirects=False)
            if not effect.live:
                return _answer(response)
            if response.status_code < 300:
                return _answer(response, response)
            response.read()
            response.close()
            return _answer(response)

    def close(self) -> None:
        """Close the connections; the caller's own client stays open."""
        if not self._given:
            self._client.close()


class AsyncTransport:
    """Sends in the running event loop, over the caller's own client or one of ours."""

    def __init__(self, given: object | None) -> None:
        if given is not None and not hasattr(given, "send"):
            raise ConfigurationError("http_client must be an httpx2.AsyncClient")
        if isinstance(given, httpx2.Client):
            raise ConfigurationError("http_client is synchronous; pass an httpx2.AsyncClient, or use Client")
        self._given = given is not None
        self._client = cast("httpx2.AsyncClient", given) if given is not None else httpx2.AsyncClient()
        self._encodings = self._client.headers.get("accept-encoding")

    async def send(self, effect: Send) -> RawAnswer:
        """One request and its answer; with `live`, the body of a good answer stays unread."""
        with faults(effect.request.url), _outgoing(effect, self._encodings) as request:
            if isinstance(effect.request.content, Upload):
                request.stream = _AsyncChunks(request.stream)
            response = await self._client.send(request, stream=effect.live, auth=None, follow_redirects=False)
            if not effect.live:
                return _answer(response)
            if response.status_code < 300:
                return _answer(response, response)
            await response.aread()
            await response.aclose()
            return _answer(response)

    async def close(self) -> None:
        """Close the connections; the caller's own client stays open."""
        if not self._given:
            await self._client.aclose()


class _AsyncChunks(httpx2.AsyncByteStream):
    """A body read in a worker thread, so that a slow disk does not hold up the event loop."""

    def __init__(self, stream: object) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if isinstance(self._stream, httpx2.AsyncByteStream):
            async for chunk in self._stream:
                yield chunk
            return
        pieces = iter(cast("httpx2.SyncByteStream", self._stream))
        while chunk := await anyio.to_thread.run_sync(_piece, pieces):
            yield chunk


def _piece(pieces: Iterator[bytes]) -> bytes:
    return next(pieces, b"")

"""Fetching: the bytes that a URL stands for. Nothing else in Specwright reaches out to a network.

In: a URL and whom may be asked. Out: the bytes, not changed; `FetchFault` with a reason and a remedy, and nothing kept.

Every bound holds for the whole fetch, redirects included: its time, the bytes of the answer (also once they are
unpacked: a kilobyte can unpack into a gigabyte), the number of redirects. Each redirect is checked as if the user had
written it; where the user's own host is a public one, none leads to a private one, whatever is allowed.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from specwright import __version__
from specwright.load.limits import MAX_BYTES
from specwright.vendor.connecting import Deadline, Trust, connect, is_private
from specwright.vendor.urls import Endpoint, FetchFault, endpoint_of, next_url

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["MAX_REDIRECTS", "MAX_SECONDS", "Bounds", "fetch"]

MAX_REDIRECTS = 5
MAX_SECONDS = 120.0
_CHUNK = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BY_HAND = "Get the file yourself, and name the file."


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one fetch may take."""

    bytes: int = MAX_BYTES
    redirects: int = MAX_REDIRECTS
    seconds: float = MAX_SECONDS


def fetch(url: str, trust: Trust, bounds: Bounds | None = None) -> bytes:
    """Get what a URL stands for."""
    limits = bounds or Bounds()
    deadline = Deadline.after(limits.seconds)
    endpoint = endpoint_of(url)
    trusted = trust
    if trust.private and not is_private(endpoint, deadline):
        trusted = replace(trust, private=False)
    for _ in range(limits.redirects + 1):
        found = _asked(endpoint, trusted, deadline, limits)
        if isinstance(found, bytes):
            return found
        url = next_url(url, found.location)
        endpoint = endpoint_of(url)
    message = f"it leads to more than {limits.redirects} redirects in a row."
    raise FetchFault("fetch-failed", message, "Name the address of the document itself.")


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """A redirect."""

    location: str


def _asked(endpoint: Endpoint, trust: Trust, deadline: Deadline, bounds: Bounds) -> bytes | _Elsewhere:
    try:
        with connect(endpoint, trust, deadline) as connection:
            connection.settimeout(deadline.left())
            connection.sendall(_request(endpoint))
            return _answered(endpoint, _response(connection, deadline), bounds)
    except (http.client.HTTPException, OSError, ValueError) as error:
        deadline.left()
        text = error.strerror if isinstance(error, OSError) else ""
        reason = "the connection ends early" if isinstance(error, _CUT) else text or type(error).__name__
        message = f"the answer of {endpoint.host} cannot be read: {reason}."
        raise FetchFault("fetch-failed", message, f"Try again. {_BY_HAND}") from error


_CUT = (http.client.IncompleteRead, ssl.SSLEOFError, http.client.RemoteDisconnected)


def _request(endpoint: Endpoint) -> bytes:
    lines = (
        f"GET {endpoint.target} HTTP/1.1",
        f"Host: {endpoint.authority}",
        f"User-Agent: specwright/{__version__}",
        "Accept: application/json, application/yaml, */*;q=0.5",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


class _Timed(io.RawIOBase):
    """What a connection sends, until the deadline: a server that sends a byte a minute gains nothing."""

    def __init__(self, connection: ssl.SSLSocket, deadline: Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        self._connection.settimeout(self._deadline.left())
        return self._connection.recv_into(memoryview(buffer).cast("B"))


class _Readable:
    """As much of a socket as the standard library needs to read an answer."""

    def __init__(self, connection: ssl.SSLSocket, deadline: Deadline) -> None:
        self._raw = _Timed(connection, deadline)

    def makefile(self, *_arguments: object) -> io.BufferedReader:
        """The stream that an answer is read from."""
        return io.BufferedReader(self._raw)


def _response(connection: ssl.SSLSocket, deadline: Deadline) -> http.client.HTTPResponse:
    response = http.client.HTTPResponse(cast("socket.socket", _Readable(connection, deadline)), method="GET")
    response.begin()
    return response


def _answered(endpoint: Endpoint, response: http.client.HTTPResponse, bounds: Bounds) -> bytes | _Elsewhere:
    if response.status in _REDIRECTS:
        location = response.getheader("Location")
        if not location:
            raise FetchFault("fetch-failed", f"{endpoint.host} redirects to nowhere.", _BY_HAND)
        return _Elsewhere(location)
    if response.status != 200:
        message = f"{endpoint.host} answers {response.status} {response.reason.strip()[:60]}".rstrip() + "."
        raise FetchFault("fetch-failed", message, f"Check the address. {_BY_HAND}", response.status)
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    length = response.getheader("Content-Length") or ""
    if length.isdecimal() and int(length) > bounds.bytes:
        raise _too_large(bounds)
    pieces = _complete(response, int(length) if length.isdecimal() else None)
    content = _bounded(pieces if encoding == "identity" else _unpacked(pieces, encoding), bounds)
    if response.headers.get_content_type() == "text/html":
        hint = "Name the address of the raw file; on a forge there is a link to it."
        raise FetchFault("fetch-failed", f"{endpoint.host} answers with a web page.", hint)
    return content


def _complete(response: http.client.HTTPResponse, length: int | None) -> Iterator[bytes]:
    """The pieces of an answer; one that is shorter than announced is not the whole."""
    read = 0
    while piece := response.read1(_CHUNK):
        read += len(piece)
        yield piece
    if length is not None and not response.chunked and read < length:
        raise http.client.IncompleteRead(b"", length - read)


def _bounded(pieces: Iterator[bytes], bounds: Bounds) -> bytes:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > bounds.bytes:
            raise _too_large(bounds)
    return bytes(content)


def _unpacked(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """What servers pack although they are asked not to; piece by piece, so that a bound can stop it."""
    if encoding not in ("gzip", "x-gzip"):
        raise FetchFault("fetch-failed", f'the answer is packed as "{encoding[:40]}".', _BY_HAND)
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    broken = FetchFault("fetch-failed", "the answer cannot be unpacked.", _BY_HAND)
    for piece in pieces:
        waiting = piece
        while waiting:
            if unpacker.eof:
                raise broken
            try:
                unpacked = unpacker.decompress(waiting, _CHUNK)
            except zlib.error as error:
                raise broken from error
            yield unpacked
            waiting = unpacker.unconsumed_tail or unpacker.unused_data
    if not unpacker.eof:
        raise broken


def _too_large(bounds: Bounds) -> FetchFault:
    size = bounds.bytes // 1024**2
    shown = f"{size} MiB" if size else f"{bounds.bytes} bytes"
    return FetchFault("fetch-failed", f"the file is larger than {shown}.", "Nothing that large can be read anyway.")

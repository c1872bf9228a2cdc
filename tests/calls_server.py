"""A scripted HTTP server for the calls of cases: what is answered is said beforehand, what came is kept.

In: answers, in the order in which they are wanted. Out: every request as it came over the wire.

Why the standard library and not a mock of the transport: the bytes on the wire are what an API gets.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import policy
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qsl

__all__ = ["Answer", "Part", "Received", "Server", "serving"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body."""

    name: str
    body: bytes
    filename: str | None = None
    media_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came; names of header fields are in lower case, `target` is the second word of the first line.

    `line` is method and target together, which is what most calls are about.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def line(self) -> str:
        """Method and target, such as `GET /pets?limit=5`."""
        return f"{self.method} {self.target}"

    @property
    def media_type(self) -> str:
        """The `Content-Type`, empty where there is none."""
        return self.headers.get("content-type", "")

    @property
    def json(self) -> object:
        """The body, read as JSON."""
        return cast("object", json.loads(self.body))

    @property
    def form(self) -> list[tuple[str, str]]:
        """The body, read as a form: pairs in the order in which they were sent."""
        return parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=bool(self.body))

    @property
    def parts(self) -> list[Part]:
        """The body, read as multipart."""
        head = f"Content-Type: {self.media_type}\r\n\r\n".encode()
        message = BytesParser(policy=policy.HTTP).parsebytes(head + self.body)
        return [
            Part(
                str(part.get_param("name", "", "content-disposition")),
                cast("bytes", part.get_payload(decode=True)),
                part.get_filename(),
                part.get_content_type() if "content-type" in part else None,
                {name.lower(): str(value) for name, value in part.items()},
            )
            for part in message.iter_parts()
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back. `pieces` are sent as they come, chunked; `echo` sends what came."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    pieces: Iterable[bytes] | None = None
    echo: bool = False


_NOTHING = Answer(418, b"no answer is scripted for this request", {"content-type": "text/plain"})
_UNSAID = object()


class Server(ThreadingHTTPServer):
    """Answers what it was told to, once each and in order; `requests` is what came."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[Received] = []
        self._answers: list[Answer] = []
        self._otherwise = _NOTHING
        self._turn = threading.Lock()

    @property
    def url(self) -> str:
        """The address to give to a client."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def request(self) -> Received:
        """The last request."""
        return self.requests[-1]

    def answers(
        self,
        status: int = 200,
        *,
        json: object = _UNSAID,
        body: bytes = b"",
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
        pieces: Iterable[bytes] | None = None,
    ) -> None:
        """Answer one request so: with JSON, with bytes, or with pieces of a stream."""
        self._answers.append(_answer(status, json, body, content_type, headers, pieces))

    def always(
        self,
        status: int = 200,
        *,
        json: object = _UNSAID,
        body: bytes = b"",
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer so whenever nothing else is left to answer."""
        self._otherwise = _answer(status, json, body, content_type, headers, None)

    def echoes(self, status: int = 200) -> None:
        """Answer every request with its own body and media type."""
        self._otherwise = Answer(status, echo=True)

    def next_answer(self, received: Received) -> Answer:
        """Keep a request and give its answer."""
        with self._turn:
            self.requests.append(received)
            return self._answers.pop(0) if self._answers else self._otherwise


def _answer(
    status: int,
    value: object,
    body: bytes,
    content_type: str | None,
    headers: Mapping[str, str] | None,
    pieces: Iterable[bytes] | None,
) -> Answer:
    usual = None
    if value is not _UNSAID:
        body, usual = json.dumps(value).encode(), "application/json"
    media_type = content_type or usual
    return Answer(status, body, {**({"content-type": media_type} if media_type else {}), **(headers or {})}, pieces)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server  # pyright: ignore[reportIncompatibleVariableOverride]

    def __getattr__(self, name: str) -> object:
        """Any method is one: the base class asks for `do_` and its name."""
        if name.startswith("do_"):
            return self._handle
        raise AttributeError(name)

    def _handle(self) -> None:
        received = Received(self.command, self.path, self._fields(), self._read())
        answer = self.server.next_answer(received)
        headers, body = answer.headers, answer.body
        if answer.echo:
            headers, body = {"content-type": received.media_type}, received.body
        self.send_response(answer.status)
        for name, value in headers.items():
            self.send_header(name, value)
        if answer.pieces is not None:
            self._stream(answer.pieces)
            return
        if answer.status >= 200 and answer.status not in (204, 304):
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self, pieces: Iterable[bytes]) -> None:
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        try:
            for piece in pieces:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        except OSError:  # the client has had enough and went away, which is its right
            self.close_connection = True

    def _fields(self) -> dict[str, str]:
        fields: dict[str, str] = {}
        for name, value in self.headers.items():
            fields[name.lower()] = f"{fields[name.lower()]}, {value}" if name.lower() in fields else value
        return fields

    def _read(self) -> bytes:
        if self.headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        found: list[bytes] = []
        while size := int(self.rfile.readline(), 16):
            found.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(found)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        """Stay quiet."""


@contextmanager
def serving() -> Generator[Server]:
    """A server that ends with the block."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

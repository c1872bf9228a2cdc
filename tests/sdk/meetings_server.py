"""An HTTP server in this process, on a free port of this machine.

In: what to answer, in order; the last answer repeats. Out: what came, in order.

Why the standard library and not a mock of the transport: the bytes on the wire are what the API gets.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias, cast
from urllib.parse import parse_qs, urlsplit

__all__ = ["Answer", "Drop", "LocalServer", "Received", "Reply", "Stall", "reply_json", "serving"]


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came. Header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path as it came, still escaped."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        """The query, read as a server reads it."""
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def fields(self) -> dict[str, object]:
        """The body, a JSON object."""
        return cast("dict[str, object]", json.loads(self.body))


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    body: bytes = b"{}"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "application/json"})


@dataclass(frozen=True, slots=True)
class Drop:
    """Hang up without an answer."""


@dataclass(frozen=True, slots=True)
class Stall:
    """Say nothing until the test is over."""


Answer: TypeAlias = Reply | Drop | Stall


def reply_json(value: object, status: int = 200, **headers: str) -> Reply:
    """A JSON answer; `retry_after="7"` is the header `retry-after: 7`."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(json.dumps(value).encode(), status, {"content-type": "application/json", **named})


class LocalServer(ThreadingHTTPServer):
    """Answers in turn and notes what came."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[Received] = []
        self.over = threading.Event()
        self._answers: list[Answer] = [Reply()]
        self._turn = threading.Lock()

    @property
    def url(self) -> str:
        """The address to give to a client."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, *answers: Answer) -> None:
        """What to answer from now on."""
        self._answers = list(answers)

    def next_answer(self, received: Received) -> Answer:
        """Note a request and give its answer."""
        with self._turn:
            self.received.append(received)
            return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: LocalServer  # pyright: ignore[reportIncompatibleVariableOverride]

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        match self.server.next_answer(Received(self.command, self.path, headers, body)):
            case Reply() as reply:
                self._send(reply)
            case Drop():
                self.close_connection = True
            case Stall():
                self.server.over.wait(30)
                self.close_connection = True

    do_GET = do_POST = do_PATCH = _handle  # noqa: N815 - the names that the standard library calls

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        """Stay quiet."""


@contextmanager
def serving() -> Generator[LocalServer]:
    """A server that ends with the block."""
    with LocalServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()

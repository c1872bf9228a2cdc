"""A small HTTP server on this machine, for what only a real network shows."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

_HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


class Handler(BaseHTTPRequestHandler):
    """Reads a request, notes it, and lets the test's function answer."""

    protocol_version = "HTTP/1.1"
    server: LocalServer  # pyright: ignore[reportIncompatibleVariableOverride]
    body: bytes = b""

    def handle_any(self) -> None:
        """Answer any method."""
        self.body = self._read()
        self.server.seen.append((self.command, self.path, self.body))
        self.server.answer(self)

    do_GET = do_POST = do_PUT = do_PATCH = handle_any  # noqa: N815 - the base class finds them by these names

    def reply(self, body: bytes, head: bytes = _HEAD) -> None:
        """Send a whole answer."""
        self.wfile.write(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def hang_up(self) -> None:
        """Drop the connection."""
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Stay silent."""

    def _read(self) -> bytes:
        if self.headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        found = b""
        while size := int(self.rfile.readline(), 16):
            found += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return found


class LocalServer(ThreadingHTTPServer):
    """The server; `answer` is what the test wants done, `seen` what came in."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[tuple[str, str, bytes]] = []
        self.answer: Callable[[Handler], None] = lambda handler: handler.reply(b"{}")

    @property
    def url(self) -> str:
        """The address to call."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving() -> Generator[LocalServer]:
    """Run the server in a thread."""
    with LocalServer() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            running.shutdown()
            thread.join()

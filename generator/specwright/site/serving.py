"""Serving: the built site at an address of this machine.

In: a folder and a port. Out: nothing; it serves until it is interrupted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

__all__ = ["serve"]

_HOST = "127.0.0.1"


class _Quiet(SimpleHTTPRequestHandler):
    """Answers with files, and says nothing of each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Keep the terminal for what matters."""


def serve(folder: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serve a folder; `ready` is told the address. An `OSError` says that the port is taken."""
    with ThreadingHTTPServer((_HOST, port), partial(_Quiet, directory=str(folder))) as server:
        ready(f"http://{_HOST}:{server.server_port}/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return

"""A TLS server of one test, with an authority of its own.

In: what it is to answer. Out: its address, and the requests that reached it.
"""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["OPENSSL", "Certificates", "Server", "answer", "make_certificates", "serving"]

OPENSSL = shutil.which("openssl")
Talk = Callable[[ssl.SSLSocket, str], None]


@dataclass(frozen=True)
class Certificates:
    """The authority's certificate, and a server's with its key."""

    authority: Path
    server: Path
    key: Path


@dataclass
class Server:
    """What it has been asked, first lines only."""

    port: int
    asked: list[str] = field(default_factory=list[str])

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"https://{host}:{self.port}{path}"


def make_certificates(folder: Path) -> Certificates:
    """An authority, and a certificate of it for the names that tests use."""
    config = folder / "names.cnf"
    config.write_text("subjectAltName=DNS:localhost,DNS:specs.example,IP:127.0.0.1,IP:::1\n")
    ca, ca_key, request = folder / "ca.pem", folder / "ca.key", folder / "server.csr"
    server, key = folder / "server.pem", folder / "server.key"
    new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    _openssl("req", "-x509", *new, "-keyout", ca_key, "-out", ca, "-days", "2", "-subj", "/CN=Authority of tests")
    _openssl("req", *new, "-keyout", key, "-out", request, "-subj", "/CN=localhost")
    signed = ("-CA", ca, "-CAkey", ca_key, "-CAcreateserial", "-days", "2", "-extfile", config)
    _openssl("x509", "-req", "-in", request, "-out", server, *signed)
    return Certificates(ca, server, key)


def _openssl(*arguments: str | Path) -> None:
    assert OPENSSL
    subprocess.run([OPENSSL, *map(str, arguments)], check=True, capture_output=True)


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; the length is told unless a header says otherwise."""
    told = {"Content-Length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = (f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in told.items() if value), "", "")
    return "\r\n".join(lines).encode() + body


@contextmanager
def serving(certificates: Certificates, talk: Talk) -> Generator[Server]:
    """Serve until the test is over; `talk` gets a connection and the first line of what is asked."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates.server, certificates.key)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening.getsockname()[1])
        thread = threading.Thread(target=_serve, args=(listening, context, server, talk), daemon=True)
        thread.start()
        yield server
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _serve(listening: socket.socket, context: ssl.SSLContext, server: Server, talk: Talk) -> None:
    while True:
        try:
            plain, _ = listening.accept()
        except OSError:
            return
        # A client that does not trust us, or has heard enough, goes away: that is what some tests are about.
        with suppress(OSError), plain, context.wrap_socket(plain, server_side=True) as connection:
            connection.settimeout(10)
            request = b""
            while b"\r\n\r\n" not in request and (piece := connection.recv(4096)):
                request += piece
            line = request.decode().partition("\r\n")[0]
            server.asked.append(line)
            talk(connection, line)

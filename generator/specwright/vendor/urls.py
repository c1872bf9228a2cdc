r"""URLs: which ones may be asked for at all.

In: a URL as somebody wrote it, or a server's `Location`. Out: an `Endpoint`, or `FetchFault` with a reason and a
remedy.

Why so strict: programs read odd URLs differently (`https://good@evil`, `https:\\evil`, `http://0x7f.1`), and a check
that reads one host protects nothing where the connection reads another. A URL that needs thought is refused.

Why ports below 1024 are refused but for 443: they belong to services that are no web server. Above, any service may
listen; and the certificate must fit in either case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

__all__ = ["Address", "Endpoint", "FetchFault", "endpoint_of", "is_url", "next_url", "shown_url"]

Address = IPv4Address | IPv6Address

MAX_URL = 2000
_PORT = 443
_LABEL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
_PLAIN = re.compile(r"[!-~]+")


class FetchFault(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Why something is not fetched: a stable code, a sentence, a remedy; the server's status, if it answered."""

    def __init__(self, code: str, message: str, hint: str, status: int = 0) -> None:
        self.code = code
        self.message = message
        self.hint = hint
        self.status = status
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Whom to connect to and what to ask for; `address` where the host is written as one."""

    host: str
    port: int
    target: str
    address: Address | None

    @property
    def authority(self) -> str:
        """The host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORT else f"{host}:{self.port}"


def is_url(text: str) -> bool:
    """Whether a text is meant as a URL and not as the path of a file."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+:[/\\]", text) is not None


def shown_url(url: str) -> str:
    """The URL for a message: without what may be a secret in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.partition("?")[0]
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def endpoint_of(url: str) -> Endpoint:
    """Read a URL, once it is plain in every part."""
    if not _PLAIN.fullmatch(url) or "\\" in url or len(url) > MAX_URL:
        reason = "it is not plain: a URL has up to 2000 printable ASCII characters, and no space or backslash"
        raise _refused(url, reason, "Write other characters as %XX, and a host as xn--….")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _refused(url, "it cannot be read", "Correct it.") from None
    _require(url, parts, port)
    host = parts.hostname or ""
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return Endpoint(host, port or _PORT, target if target.startswith("/") else f"/{target}", _address(url, host))


def next_url(url: str, location: str) -> str:
    """Where a redirect leads; only a server may add a fragment, which is none of a request's business."""
    try:
        return urljoin(url, location).partition("#")[0]
    except ValueError:
        raise _refused(url, "it leads to an address that cannot be read", "Name the document itself.") from None


def _require(url: str, parts: SplitResult, port: int | None) -> None:
    if parts.scheme != "https":
        hint = "Write https://…; or get the file yourself, and name the file."
        raise _refused(url, f'"{parts.scheme}" is not https', hint)
    if "@" in parts.netloc:
        hint = "Get the file yourself, and name the file."
        raise _refused(url, "it holds a user name or a password, which would end up in sources.toml", hint)
    if "#" in url:
        raise _refused(url, "it has a fragment, and a document is vendored whole", "Leave out what begins with #.")
    if port is not None and port != _PORT and port < 1024:
        raise _refused(url, f"port {port} is no web server's", "Use port 443, or one above 1023.")


def _address(url: str, host: str) -> Address | None:
    """The address that a host is written as; a name is checked, and one that others read as a number is refused."""
    bare = host.partition("%")[0]
    try:
        address = ip_address(bare)
    except ValueError:
        labels = host.split(".")
        if _NUMBER.fullmatch(labels[-1]):
            hint = "Write four decimal numbers, such as 192.0.2.1, or a name."
            raise _refused(url, f'"{host}" is an address in an unusual form', hint) from None
        if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
            raise _refused(url, f'"{host}" is no host name', "Correct it.") from None
        return None
    if bare != host:
        raise _refused(url, f'"{host}" names a network interface', "Write the address alone.")
    return address


def _refused(url: str, reason: str, hint: str) -> FetchFault:
    return FetchFault("url-refused", f'"{_printable(shown_url(url))}" is not fetched: {reason}.', hint)


def _printable(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:200]}…"

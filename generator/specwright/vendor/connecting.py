"""Connecting: a TLS connection to exactly the address that was checked.

In: an `Endpoint`, whom may be asked, and until when. Out: an open socket; `FetchFault` otherwise.

Why every address of a name is checked and not the one that is used: a name with one public and one private address is
either a mistake or a trap. The connection is made to the number that was checked, never to the name again, so a server
of names that changes its answer in between changes nothing.

Why proxies of the environment are not used: a proxy looks the name up itself, and then nobody has checked the address.
Where one is set, a failure says so.
"""

from __future__ import annotations

import os
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from specwright.vendor.addresses import never, special
from specwright.vendor.urls import Address, Endpoint, FetchFault

__all__ = ["Deadline", "Trust", "connect", "is_private"]

# A name may have an address that nobody answers at, and another one that works.
_PATIENCE = 10.0
_PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")


@dataclass(frozen=True, slots=True)
class Trust:
    """What may be read beside what is named: private addresses, or public ones alone; files of other folders.

    `authorities` is a file of certificates beside the system's, `below` the folder that a file's references may lead
    into; without it they stay in the file's own.
    """

    private: bool = False
    authorities: Path | None = None
    below: Path | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which a whole fetch is over, however many steps it has."""

    moment: float
    seconds: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """So many seconds from now."""
        return cls(time.monotonic() + seconds, seconds)

    def left(self) -> float:
        """The seconds that are left; `FetchFault` where there are none."""
        left = self.moment - time.monotonic()
        if left <= 0:
            hint = "Try again; or get the file yourself, and name the file."
            raise FetchFault("fetch-failed", f"it takes longer than {self.seconds:g} seconds.", hint)
        return left


def connect(endpoint: Endpoint, trust: Trust, deadline: Deadline) -> ssl.SSLSocket:
    """Look the host up, check every address, and connect to one of these."""
    context = _context(trust)
    addresses = (endpoint.address,) if endpoint.address else _looked_up(endpoint.host, deadline)
    for address in addresses:
        _require(endpoint.host, address, trust)
    failure: OSError | None = None
    for address in addresses:
        try:
            return _connected(endpoint, address, context, deadline)
        except ssl.SSLCertVerificationError as error:
            hint = "Add your company's authority with --ca-file FILE; there is no way to do without."
            message = f"the certificate of {endpoint.host} is not accepted: {error.verify_message.rstrip('.')}."
            raise FetchFault("fetch-failed", message, hint) from error
        except OSError as error:
            failure = error
    deadline.left()
    reason = (failure.strerror if failure else "") or (type(failure).__name__ if failure else "it has no address")
    message = f"cannot connect to {endpoint.host}, port {endpoint.port}: {reason}."
    raise FetchFault("fetch-failed", message, _way_out()) from failure


def is_private(endpoint: Endpoint, deadline: Deadline) -> bool:
    """Whether a host is outside the public network."""
    addresses = (endpoint.address,) if endpoint.address else _looked_up(endpoint.host, deadline)
    return any(special(address) for address in addresses)


def _context(trust: Trust) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if trust.authorities is not None:
        try:
            context.load_verify_locations(trust.authorities)
        except (OSError, ssl.SSLError) as error:
            message = f'"{trust.authorities}" is no file of certificates: {error.strerror or error}.'
            raise FetchFault("fetch-failed", message, "Name a PEM file with the authority's certificate.") from error
    return context


def _looked_up(host: str, deadline: Deadline) -> Sequence[Address]:
    """Every address of a name, in the resolver's order. It has no time limit of its own, so it waits in a thread."""
    found: list[Address] = []
    failed: list[OSError] = []

    def look() -> None:
        try:
            infos = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(ip_address(str(info[4][0]).partition("%")[0]) for info in infos))
        except OSError as error:
            failed.append(error)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if thread.is_alive():
        deadline.left()
    if failed or not found:
        reason = failed[0].strerror if failed else "it has no address"
        raise FetchFault("fetch-failed", f"the host {host} is not found: {reason}.", _way_out())
    return tuple(found)


def _require(host: str, address: Address, trust: Trust) -> None:
    kind = special(address)
    if not kind or (trust.private and not never(address)):
        return
    named = f"{host} is {address}" if host != str(address) else host
    hint = "No flag allows it." if never(address) else "If you mean it, allow it with --allow-private."
    raise FetchFault("address-refused", f"{named}, a {kind} address.", hint)


def _connected(endpoint: Endpoint, address: Address, context: ssl.SSLContext, deadline: Deadline) -> ssl.SSLSocket:
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    plain = socket.socket(family, socket.SOCK_STREAM)
    try:
        plain.settimeout(min(deadline.left(), _PATIENCE))
        plain.connect((str(address), endpoint.port))
        plain.settimeout(deadline.left())
        # A connection that ends without saying so has been cut, and what came is not the whole.
        return context.wrap_socket(plain, server_hostname=endpoint.host, suppress_ragged_eofs=False)
    except BaseException:
        plain.close()
        raise


def _way_out() -> str:
    proxy = next((name for name in _PROXIES if os.environ.get(name)), "")
    told = f"{proxy} is set, and proxies are not used here. " if proxy else ""
    return f"{told}Get the file yourself, and name the file."

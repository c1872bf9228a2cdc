"""Addresses: which ones belong to the public network, and what the others are for.

In: an IP address. Out: what it is for, or nothing where it is public.

Why a table of our own and not `is_global`: what Python thinks of an address has changed within one release, and a
refusal should say which kind it is. The table is IANA's registry of special-purpose addresses, with multicast. An IPv6
address that carries an IPv4 address is what that one is.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_network

from specwright.vendor.urls import Address

__all__ = ["never", "special"]

_KINDS = {
    "unspecified": ("0.0.0.0/8", "::/128"),
    "loopback": ("127.0.0.0/8", "::1/128"),
    "private": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
    "link-local": ("169.254.0.0/16", "fe80::/10"),
    "shared": ("100.64.0.0/10",),
    "multicast": ("224.0.0.0/4", "ff00::/8"),
    "documentation": ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
    "benchmarking": ("198.18.0.0/15", "2001:2::/48"),
    "reserved": (
        *("192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24", "240.0.0.0/4"),
        *("2001::/23", "2620:4f:8000::/48", "5f00::/16", "100::/64"),
    ),
}
_NETWORKS = tuple((kind, ip_network(each)) for kind, listed in _KINDS.items() for each in listed)
# Addresses of hosts on the public network are given out of this one alone.
_PUBLIC_6 = ip_network("2000::/3")
# Where an IPv6 address carries an IPv4 address: the network, and how many bits stand behind it.
_CARRIERS = (
    (ip_network("::ffff:0:0/96"), 0),
    (ip_network("64:ff9b::/96"), 0),
    (ip_network("::/96"), 0),
    (ip_network("2002::/16"), 80),
)
_NEVER = frozenset({"unspecified", "multicast"})


def special(address: Address) -> str:
    """What an address is for that is not public; empty for a public one."""
    carried = next(_carried(address), None)
    if carried is not None:
        return special(carried)
    found = next((kind for kind, network in _NETWORKS if address in network), "")
    if not found and isinstance(address, IPv6Address) and address not in _PUBLIC_6:
        return "reserved"
    return found


def never(address: Address) -> bool:
    """Whether this is no address of a host at all, whoever allows it."""
    return special(address) in _NEVER


def _carried(address: Address) -> Iterator[IPv4Address]:
    if isinstance(address, IPv6Address) and int(address) > 1:
        for network, shift in _CARRIERS:
            if address in network:
                yield IPv4Address((int(address) >> shift) & 0xFFFFFFFF)

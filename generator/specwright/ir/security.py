"""Security: what a caller must have: a scheme's credential, scopes, and a kind of account.

In: nothing. Out: the frozen values that security schemes, requirements and entitlements become.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from specwright.ir.words import Location
from specwright.problems import Origin

__all__ = [
    "ApiKey", "Entitlement", "Flow", "Http", "MutualTls", "OAuth2", "OpenId", "Scheme", "SchemeUse", "Security",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flow:
    """One OAuth2 flow and the scopes it declares, with what they are for."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key in a header, the query or a cookie."""

    name: str
    location: Location
    key: str
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class Http:
    """HTTP authentication: `basic`, `bearer`, or a scheme by its registered name."""

    name: str
    scheme: str
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class OAuth2:
    """OAuth 2.0 with its flows."""

    name: str
    flows: tuple[Flow, ...]
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class OpenId:
    """OpenID Connect discovery."""

    name: str
    url: str
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class MutualTls:
    """A client certificate."""

    name: str
    origin: Origin
    description: str = ""


Scheme: TypeAlias = ApiKey | Http | OAuth2 | OpenId | MutualTls


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """A scheme and the scopes that one use of it needs, sorted."""

    scheme: str
    scopes: tuple[str, ...] = ()


Security: TypeAlias = tuple[tuple[SchemeUse, ...], ...]
"""Alternatives, any one of which is enough; each is a tuple of uses, all of which it needs. `()` is open, `((),)`
optional."""


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What a caller's account must have beyond scopes, such as a product's tier."""

    kind: str
    name: str
    level: str
    origin: Origin
    label: str = ""
    level_label: str = ""

"""Rules: what the configuration says of a vendor's extensions.

In: nothing. Out: frozen values that `config` reads and `build` follows. They stand alone so that reading a
configuration does not import the stages.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EntitlementRule", "SignatureRule"]


@dataclass(frozen=True, slots=True)
class EntitlementRule:
    """An extension (`x-…`), the kind of entitlement that it states, and the labels of its names and levels."""

    extension: str
    kind: str
    names: tuple[tuple[str, str], ...] = ()
    levels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureRule:
    """How an API signs its webhooks: a scheme by name, and settings of it in the order of the configuration's keys."""

    scheme: str
    settings: tuple[tuple[str, str | int | float], ...] = ()

"""Rules: what the configuration says of a vendor's extensions.

In: nothing. Out: frozen values that `config` reads and `build` follows. They stand alone so that reading a
configuration does not import the stages.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EntitlementRule"]


@dataclass(frozen=True, slots=True)
class EntitlementRule:
    """An extension (`x-…`), the kind of entitlement that it states, and the labels of its names and levels."""

    extension: str
    kind: str
    names: tuple[tuple[str, str], ...] = ()
    levels: tuple[tuple[str, str], ...] = ()

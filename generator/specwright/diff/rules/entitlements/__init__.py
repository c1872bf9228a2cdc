"""Rules about what the account of a caller must have: one thing that may change, one file, one line here."""

from specwright.diff.rules.entitlements import (
    entitlement_described,
    entitlement_gained,
    entitlement_lost,
    entitlement_lowered,
    entitlement_raised,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    entitlement_lost.RULE,
    entitlement_gained.RULE,
    entitlement_raised.RULE,
    entitlement_lowered.RULE,
    entitlement_described.RULE,
)

"""Rules about what an operation asks of its caller: one thing that may change, one file, one line here."""

from specwright.diff.rules.security import (
    authorization_needed,
    became_public,
    security_gained,
    security_lost,
    security_rewritten,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    security_lost.RULE,
    security_gained.RULE,
    authorization_needed.RULE,
    became_public.RULE,
    security_rewritten.RULE,
)

"""Rules about bodies that an operation takes: one thing that may change, one file, one line here."""

from specwright.diff.rules.bodies import (
    body_added,
    body_became_optional,
    body_became_required,
    body_described,
    body_removed,
    required_body_added,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    body_added.RULE,
    required_body_added.RULE,
    body_removed.RULE,
    body_became_required.RULE,
    body_became_optional.RULE,
    body_described.RULE,
)

"""Rules about choices, and what tells their branches apart: one thing that may change, one file, one line here."""

from specwright.diff.rules.unions import (
    branch_added,
    branch_removed,
    discriminator_added,
    discriminator_moved,
    discriminator_removed,
    discriminator_rest_changed,
    discriminator_value_added,
    discriminator_value_changed,
    discriminator_value_removed,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    branch_added.RULE,
    branch_removed.RULE,
    discriminator_added.RULE,
    discriminator_removed.RULE,
    discriminator_moved.RULE,
    discriminator_value_added.RULE,
    discriminator_value_removed.RULE,
    discriminator_value_changed.RULE,
    discriminator_rest_changed.RULE,
)

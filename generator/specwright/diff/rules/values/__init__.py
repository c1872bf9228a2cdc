"""Rules about what a single value may be: one thing that may change, one file, one line here."""

from specwright.diff.rules.values import (
    became_nullable,
    format_changed,
    format_narrowed,
    format_told,
    format_widened,
    keyword_added,
    keyword_changed,
    keyword_removed,
    limit_changed,
    limit_loosened,
    limit_tightened,
    no_longer_nullable,
    type_changed,
    type_narrowed,
    type_widened,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    became_nullable.RULE,
    no_longer_nullable.RULE,
    type_widened.RULE,
    type_narrowed.RULE,
    type_changed.RULE,
    format_widened.RULE,
    format_narrowed.RULE,
    format_changed.RULE,
    format_told.RULE,
    limit_tightened.RULE,
    limit_loosened.RULE,
    limit_changed.RULE,
    keyword_added.RULE,
    keyword_removed.RULE,
    keyword_changed.RULE,
)

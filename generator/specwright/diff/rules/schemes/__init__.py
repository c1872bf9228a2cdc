"""Rules about security schemes: one thing that may change, one file, one line here."""

from specwright.diff.rules.schemes import (
    flow_added,
    flow_address_changed,
    flow_removed,
    scheme_added,
    scheme_changed,
    scheme_described,
    scheme_removed,
    scope_declared,
    scope_described,
    scope_undeclared,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    scheme_added.RULE,
    scheme_removed.RULE,
    scheme_changed.RULE,
    flow_removed.RULE,
    flow_added.RULE,
    flow_address_changed.RULE,
    scope_declared.RULE,
    scope_undeclared.RULE,
    scope_described.RULE,
    scheme_described.RULE,
)

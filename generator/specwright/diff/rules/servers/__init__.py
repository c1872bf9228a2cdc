"""Rules about addresses of the API: one thing that may change, one file, one line here."""

from specwright.diff.rules.servers import (
    default_server_changed,
    server_added,
    server_described,
    server_moved,
    server_removed,
    server_variable_added,
    server_variable_default_changed,
    server_variable_removed,
    server_variable_value_added,
    server_variable_value_removed,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    server_added.RULE,
    server_removed.RULE,
    server_moved.RULE,
    default_server_changed.RULE,
    server_variable_removed.RULE,
    server_variable_added.RULE,
    server_variable_default_changed.RULE,
    server_variable_value_removed.RULE,
    server_variable_value_added.RULE,
    server_described.RULE,
)

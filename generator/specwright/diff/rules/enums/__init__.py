"""Rules about values of which there is a list: one thing that may change, one file, one line here."""

from specwright.diff.rules.enums import (
    constant_changed,
    enum_closed,
    enum_described,
    enum_opened,
    enum_value_added,
    enum_value_removed,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    enum_value_added.RULE,
    enum_value_removed.RULE,
    constant_changed.RULE,
    enum_opened.RULE,
    enum_closed.RULE,
    enum_described.RULE,
)

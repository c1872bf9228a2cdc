"""Rules: one thing that may change, one file, one line here.

In: pairs. Out: findings. The order is that of the list that `specwright diff --rules` prints.
"""

from specwright.diff.rules import (
    enum_value_added,
    enum_value_removed,
    method_renamed,
    operation_added,
    operation_described,
    operation_removed,
    property_added,
    property_removed,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    operation_removed.RULE,
    operation_added.RULE,
    method_renamed.RULE,
    operation_described.RULE,
    property_removed.RULE,
    property_added.RULE,
    enum_value_removed.RULE,
    enum_value_added.RULE,
)

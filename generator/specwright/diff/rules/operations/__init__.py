"""Rules about operations themselves: one thing that may change, one file, one line here."""

from specwright.diff.rules.operations import (
    argument_renamed,
    deprecated_operation_removed,
    method_renamed,
    operation_added,
    operation_deprecated,
    operation_described,
    operation_id_changed,
    operation_moved,
    operation_removed,
    operation_tagged,
    operation_undeprecated,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    operation_removed.RULE,
    deprecated_operation_removed.RULE,
    operation_added.RULE,
    operation_moved.RULE,
    operation_id_changed.RULE,
    method_renamed.RULE,
    argument_renamed.RULE,
    operation_deprecated.RULE,
    operation_undeprecated.RULE,
    operation_described.RULE,
    operation_tagged.RULE,
)

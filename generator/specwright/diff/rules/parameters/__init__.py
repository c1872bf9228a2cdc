"""Rules about parameters of an operation: one thing that may change, one file, one line here."""

from specwright.diff.rules.parameters import (
    deprecated_parameter_removed,
    parameter_added,
    parameter_became_optional,
    parameter_became_required,
    parameter_default_changed,
    parameter_default_told,
    parameter_deprecated,
    parameter_described,
    parameter_moved,
    parameter_removed,
    parameter_renamed,
    parameter_undeprecated,
    parameter_written,
    required_parameter_added,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    parameter_added.RULE,
    required_parameter_added.RULE,
    parameter_removed.RULE,
    deprecated_parameter_removed.RULE,
    parameter_moved.RULE,
    parameter_renamed.RULE,
    parameter_became_required.RULE,
    parameter_became_optional.RULE,
    parameter_written.RULE,
    parameter_default_changed.RULE,
    parameter_default_told.RULE,
    parameter_deprecated.RULE,
    parameter_undeprecated.RULE,
    parameter_described.RULE,
)

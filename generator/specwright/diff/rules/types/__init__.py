"""Rules about named types: one thing that may change, one file, one line here."""

from specwright.diff.rules.types import (
    type_deprecated,
    type_described,
    type_exchanged,
    type_removed,
    type_renamed,
    type_undeprecated,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    type_described.RULE,
    type_deprecated.RULE,
    type_undeprecated.RULE,
    type_renamed.RULE,
    type_exchanged.RULE,
    type_removed.RULE,
)

"""Rules about headers of answers: one thing that may change, one file, one line here."""

from specwright.diff.rules.headers import (
    header_added,
    header_became_optional,
    header_became_required,
    header_deprecated,
    header_described,
    header_removed,
    header_undeprecated,
    header_written,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    header_added.RULE,
    header_removed.RULE,
    header_became_optional.RULE,
    header_became_required.RULE,
    header_written.RULE,
    header_deprecated.RULE,
    header_undeprecated.RULE,
    header_described.RULE,
)

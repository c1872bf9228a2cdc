"""Rules about answers by status: one thing that may change, one file, one line here."""

from specwright.diff.rules.answers import answer_added, answer_described, answer_removed, success_added, success_removed
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    success_removed.RULE,
    success_added.RULE,
    answer_removed.RULE,
    answer_added.RULE,
    answer_described.RULE,
)

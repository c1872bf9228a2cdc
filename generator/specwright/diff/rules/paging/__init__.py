"""Rules about the pages of a listing: one thing that may change, one file, one line here."""

from specwright.diff.rules.paging import pager_renamed, paging_changed, paging_gained, paging_lost
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (paging_gained.RULE, paging_lost.RULE, paging_changed.RULE, pager_renamed.RULE)

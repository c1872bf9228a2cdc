"""Rules about objects beyond their properties: one thing that may change, one file, one line here."""

from specwright.diff.rules.objects import object_closed, object_opened
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (object_closed.RULE, object_opened.RULE)

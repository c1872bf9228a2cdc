"""Rules about objects beyond their properties: one thing that may change, one file, one line here."""

from specwright.diff.rules.objects import (
    object_closed,
    object_opened,
    unnamed_property_optional,
    unnamed_property_required,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    object_closed.RULE,
    object_opened.RULE,
    unnamed_property_required.RULE,
    unnamed_property_optional.RULE,
)

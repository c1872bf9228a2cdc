"""Rules about properties of objects: one thing that may change, one file, one line here."""

from specwright.diff.rules.properties import (
    attribute_renamed,
    deprecated_property_removed,
    property_added,
    property_became_optional,
    property_became_read_only,
    property_became_readable,
    property_became_required,
    property_became_writable,
    property_became_write_only,
    property_default_changed,
    property_default_told,
    property_deprecated,
    property_described,
    property_filled,
    property_removed,
    property_undeprecated,
    required_property_added,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    property_added.RULE,
    required_property_added.RULE,
    property_removed.RULE,
    deprecated_property_removed.RULE,
    property_became_required.RULE,
    property_became_optional.RULE,
    property_became_read_only.RULE,
    property_became_writable.RULE,
    property_became_write_only.RULE,
    property_became_readable.RULE,
    property_default_changed.RULE,
    property_default_told.RULE,
    property_deprecated.RULE,
    property_undeprecated.RULE,
    property_described.RULE,
    attribute_renamed.RULE,
    property_filled.RULE,
)

"""Rules about media types of bodies and answers: one thing that may change, one file, one line here."""

from specwright.diff.rules.media import (
    encoding_changed,
    media_type_added,
    media_type_described,
    media_type_narrowed,
    media_type_removed,
    media_type_widened,
    media_type_written,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    media_type_added.RULE,
    media_type_removed.RULE,
    media_type_widened.RULE,
    media_type_narrowed.RULE,
    media_type_written.RULE,
    media_type_described.RULE,
    encoding_changed.RULE,
)

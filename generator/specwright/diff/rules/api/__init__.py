"""Rules about the API as a whole: one thing that may change, one file, one line here."""

from specwright.diff.rules.api import api_described, path_version_changed, tag_described, version_changed
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (api_described.RULE, version_changed.RULE, path_version_changed.RULE, tag_described.RULE)

"""Rules about requests that the API sends: one thing that may change, one file, one line here."""

from specwright.diff.rules.webhooks import webhook_added, webhook_removed, webhook_renamed, webhook_told
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (webhook_added.RULE, webhook_removed.RULE, webhook_renamed.RULE, webhook_told.RULE)

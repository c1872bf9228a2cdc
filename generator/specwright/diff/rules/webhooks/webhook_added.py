"""The API sends one more request."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import added
from specwright.diff.pairs import WebhookPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: WebhookPair) -> Iterator[Finding]:
    if pair.come:
        effect = added(pair.sides.new.names.webhooks[pair.come.key].dotted)
        yield Finding(f"{pair.place.start} is new.", effect=effect)


RULE = rule("webhook-added", "a webhook or callback is new", always("additive"), WebhookPair, _look)

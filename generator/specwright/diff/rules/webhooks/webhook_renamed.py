"""The SDK calls a request that the API sends by another name."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import renamed
from specwright.diff.pairs import WebhookPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: WebhookPair) -> Iterator[Finding]:
    if pair.both:
        old = pair.sides.old.names.webhooks[pair.both[0].key].dotted
        new = pair.sides.new.names.webhooks[pair.both[1].key].dotted
        if old != new:
            effect = renamed(old, new, pair.sides.new.names.former.webhooks.get(pair.both[1].key, ()))
            yield Finding(f"{pair.place.start} has another name in the SDK.", effect=effect)


RULE = rule("webhook-renamed", "a webhook has another name in the SDK", always("internal"), WebhookPair, _look)

"""The API does not send a request any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import WebhookPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: WebhookPair) -> Iterator[Finding]:
    if pair.gone:
        effect = removed(pair.sides.old.names.webhooks[pair.gone.key].dotted)
        yield Finding(f"{pair.place.start} is gone.", effect=effect)


RULE = rule("webhook-removed", "a webhook or callback is gone", always("breaking"), WebhookPair, _look)

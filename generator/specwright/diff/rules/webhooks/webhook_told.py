"""What tells the webhooks of the API apart is told otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ApiPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ApiPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].api.told_by != pair.both[1].api.told_by:
        yield Finding("What tells the webhooks of the API apart is another thing.", effect=_EFFECT)


_EFFECT = behaviour("The receiver of all webhooks tells them apart the new way by itself.")

RULE = rule("webhook-told", "webhooks are told apart otherwise", always("internal"), ApiPair, _look)

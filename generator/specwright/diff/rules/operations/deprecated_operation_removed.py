"""An operation is gone that was deprecated before."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import call_of, removed
from specwright.diff.inheriting import and_its_heir
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.gone and pair.gone.deprecated:
        effect = removed(call_of(pair.sides.old, pair.gone))
        heir = and_its_heir(pair.gone, pair.sides.new)
        yield Finding(f"{pair.place.start} is gone. It was deprecated.{heir}", effect=effect)


RULE = rule(
    "deprecated-operation-removed", "an operation is gone that was deprecated", always("breaking"), OperationPair, _look
)

"""An operation is gone that was deprecated before."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import call_of, removed
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.gone and pair.gone.deprecated:
        effect = removed(call_of(pair.sides.old, pair.gone))
        yield Finding(f"{pair.place.start} is gone. It was deprecated.", effect=effect)


RULE = rule(
    "deprecated-operation-removed", "an operation is gone that was deprecated", always("breaking"), OperationPair, _look
)

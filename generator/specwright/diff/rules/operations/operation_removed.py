"""An operation is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import call_of, removed
from specwright.diff.inheriting import and_its_heir
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.gone and not pair.gone.deprecated:
        heir = and_its_heir(pair.gone, pair.sides.new)
        yield Finding(f"{pair.place.start} is gone.{heir}", effect=removed(call_of(pair.sides.old, pair.gone)))


RULE = rule("operation-removed", "an operation is gone", always("breaking"), OperationPair, _look)

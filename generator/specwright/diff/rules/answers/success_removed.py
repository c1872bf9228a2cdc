"""A good answer is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ResponsePair
from specwright.diff.parts import returned
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ResponsePair) -> Iterator[Finding]:
    if pair.gone and pair.gone.status[:1] == "2":
        yield Finding(f"{pair.place.start} is gone.", effect=retyped(*returned(pair), breaks=True))


RULE = rule("success-removed", "a good answer is gone", always("breaking"), ResponsePair, _look)

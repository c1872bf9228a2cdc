"""An answer that is no good one is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ResponsePair
from specwright.diff.parts import returned
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ResponsePair) -> Iterator[Finding]:
    if pair.gone and pair.gone.status[:1] != "2":
        yield Finding(f"{pair.place.start} is gone.", effect=retyped(*returned(pair), breaks=True))


RULE = rule("answer-removed", "an error or another answer is gone", always("additive"), ResponsePair, _look)

"""An operation takes a body that may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import BodyPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: BodyPair) -> Iterator[Finding]:
    if pair.come and not pair.come.required:
        yield Finding(f"{pair.place.start} is new.")


RULE = rule("body-added", "an operation takes a body", always("additive"), BodyPair, _look)

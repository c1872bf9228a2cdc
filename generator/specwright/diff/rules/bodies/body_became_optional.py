"""A body may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import BodyPair
from specwright.diff.ruling import rule, widened

__all__ = ["RULE"]


def _look(pair: BodyPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].required and not pair.both[1].required:
        yield Finding(f"{pair.place.start} is optional now.")


RULE = rule("body-became-optional", "a body is optional now", widened(), BodyPair, _look)

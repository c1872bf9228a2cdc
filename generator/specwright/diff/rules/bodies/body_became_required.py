"""A body may not be left out any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import call_of, required
from specwright.diff.pairs import BodyPair
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: BodyPair) -> Iterator[Finding]:
    if pair.both and pair.both[1].required and not pair.both[0].required:
        name = call_of(pair.sides.new, pair.of.new) if pair.of.new else ""
        yield Finding(f"{pair.place.start} is required now.", effect=required(name, "body"))


RULE = rule("body-became-required", "a body is required now", narrowed(), BodyPair, _look)

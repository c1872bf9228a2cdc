"""An operation needs a body that it did not take."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import call_of, required
from specwright.diff.pairs import BodyPair
from specwright.diff.ruling import narrowed, rule

__all__ = ["RULE"]


def _look(pair: BodyPair) -> Iterator[Finding]:
    if pair.come and pair.come.required:
        name = call_of(pair.sides.new, pair.of.new) if pair.of.new else ""
        yield Finding(f"{pair.place.start} is new and required.", effect=required(name, "body"))


RULE = rule("required-body-added", "an operation needs a body", narrowed(), BodyPair, _look)

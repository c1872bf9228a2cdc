"""A format that nobody has defined is told, or another one, or no more."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import always, rule
from specwright.diff.widening import known_format
from specwright.diff.wording import was_and_is
from specwright.ir import Scalar

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Scalar() as old, Scalar() as new if old.type == new.type and old.format != new.format:
            if known_format(old) == known_format(new):
                told = was_and_is(_json(old.format), _json(new.format))
                yield Finding(f"The format of {pair.place.text} {told}. It says nothing of what the value may be.")
        case _:
            pass


def _json(text: str | None) -> str | None:
    return json.dumps(text) if text else None


RULE = rule("format-told", "a format that is only a note changed", always("docs"), ShapePair, _look)

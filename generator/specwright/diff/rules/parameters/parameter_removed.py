"""An operation does not take a parameter any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import argument_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.gone and not pair.gone.deprecated:
        yield Finding(f"{pair.place.start} is gone.", effect=removed(argument_of(pair, pair.sides.old)))


RULE = rule("parameter-removed", "a parameter is gone", always("breaking"), ParameterPair, _look)

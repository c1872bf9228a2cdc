"""A parameter is gone that was deprecated before."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import ParameterPair
from specwright.diff.parts import argument_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ParameterPair) -> Iterator[Finding]:
    if pair.gone and pair.gone.deprecated:
        effect = removed(argument_of(pair, pair.sides.old))
        yield Finding(f"{pair.place.start} is gone. It was deprecated.", effect=effect)


RULE = rule(
    "deprecated-parameter-removed", "a parameter is gone that was deprecated", always("breaking"), ParameterPair, _look
)

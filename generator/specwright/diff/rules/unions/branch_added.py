"""A value may be one thing more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.choosing import branch_called
from specwright.diff.effects import retyped
from specwright.diff.matching import match_branches
from specwright.diff.pairs import ShapePair
from specwright.diff.parts import types_of
from specwright.diff.ruling import rule, widened
from specwright.diff.wording import known_by, listed
from specwright.ir import Union

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    if pair.both and any(isinstance(side.shape, Union) for side in pair.both):
        matches = match_branches(*pair.both, pair.sides.old, pair.sides.new)
        names = sorted(branch_called(new, pair.sides.new, pair.place) for old, new in matches if new and not old)
        if names:
            effect = retyped(*types_of(pair), breaks=pair.direction == "response")
            yield Finding(f"{pair.place.start} may be {listed(names)} too.", known_by(names), effect)


RULE = rule("branch-added", "a value may be one thing more", widened(), ShapePair, _look)

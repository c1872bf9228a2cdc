"""Changes: what a comparison says.

In: nothing. Out: frozen values; `Finding` is what a rule says of a pair, `Change` is that with its place and its level.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from specwright.problems import Origin
from specwright.rules import Level

__all__ = ["NOTHING", "Change", "Effect", "Finding", "Level"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to those who use the generated SDK; `breaks` where code that worked may not work any more."""

    kind: Literal[
        "nothing", "added", "removed", "renamed", "deprecated", "retyped", "required", "behaviour", "documented"
    ]
    text: str = ""
    breaks: bool = False


NOTHING = Effect("nothing")
"""Users of the SDK do not notice."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of one pair: a sentence, and what in the pair it is about, if there may be several.

    `what` is a value or a name and never a position or a whole text: the change is known by it from run to run.
    """

    sentence: str
    what: str = ""
    effect: Effect = NOTHING


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the rule that found it, where it stands on both sides, and what it means.

    `operations` are the public names of those that it concerns, where it stands in something that several share.
    """

    rule: str
    level: Level
    place: str
    where: str
    direction: Literal["", "request", "response"]
    what: str
    sentence: str
    effect: Effect
    old: Origin | None
    new: Origin | None
    operations: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What names this change from run to run: nothing in it depends on order or on a version in a path."""
        return " ".join(part for part in (self.rule, self.place, self.direction, self.what) if part)

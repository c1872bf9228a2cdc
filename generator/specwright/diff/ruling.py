"""Ruling: what a rule is.

In: a kind of pair, a function that looks at one, and the level of what it finds. Out: a `Rule`.

Why a level for each direction and not in the function: which way a rule breaks is what people want to read and to
change, so it is data. `changed` is for what is neither wider nor narrower.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from specwright.diff.changes import Finding, Level
from specwright.diff.pairs import Direction, Pair

__all__ = ["Levels", "Rule", "always", "narrowed", "rule", "rule_of_two", "travelling", "widened"]

P = TypeVar("P", bound=Pair)
Q = TypeVar("Q", bound=Pair)


@dataclass(frozen=True, slots=True)
class Levels:
    """The level of a finding by the direction of its pair; `other` where it has none."""

    request: Level
    response: Level
    other: Level

    @property
    def is_turned(self) -> bool:
        """Whether it matters which way a finding travels."""
        return self.request != self.response

    def of(self, direction: Direction) -> Level:
        """The level of a finding that travels so."""
        match direction:
            case "request":
                return self.request
            case "response":
                return self.response
            case "":
                return self.other


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that may change: its code, what it means in a line, what to make of it, and the kinds of its pairs."""

    code: str
    meaning: str
    levels: Levels
    about: tuple[type[object], ...]
    look: Callable[[Pair], Iterable[Finding]]


def rule(code: str, meaning: str, levels: Levels, about: type[P], look: Callable[[P], Iterable[Finding]]) -> Rule:
    """A rule about one kind of pair."""

    def looking(pair: Pair) -> Iterable[Finding]:
        return look(pair) if isinstance(pair, about) else ()

    return Rule(code, meaning, levels, (about,), looking)


def rule_of_two(
    code: str, meaning: str, levels: Levels, about: tuple[type[P], type[Q]], look: Callable[[P | Q], Iterable[Finding]]
) -> Rule:
    """A rule about two kinds of pairs that have in common what it looks at."""
    one, other = about

    def looking(pair: Pair) -> Iterable[Finding]:
        return look(pair) if isinstance(pair, (one, other)) else ()

    return Rule(code, meaning, levels, about, looking)


def always(level: Level) -> Levels:
    """Whichever way it travels."""
    return Levels(level, level, level)


def travelling(request: Level, response: Level) -> Levels:
    """By direction; every pair of such a rule has one."""
    return Levels(request, response, request)


def narrowed() -> Levels:
    """Less is accepted, which breaks who sends; or less is answered, which breaks nobody."""
    return travelling("breaking", "additive")


def widened() -> Levels:
    """More is accepted, which breaks nobody; or more is answered, which breaks who reads."""
    return travelling("additive", "breaking")

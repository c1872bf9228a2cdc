"""Findings: the calls that code makes, and what of it could not be followed.

In: what reading comes upon. Out: `Use` and `Gap` values in order of place.

Why gaps give way to uses: a loop is gone through more than once, and what is not known the first time may be known the
second.
"""

from __future__ import annotations

from collections.abc import Collection, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from specwright.scopes.reading.surface import Called

__all__ = ["Findings", "Gap", "Spot", "Use"]

Spot = tuple[str, int, int]


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """An operation's method at a place."""

    file: str
    line: int
    column: int
    called: Called


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Something that could not be followed, with a stable code and a sentence."""

    file: str
    line: int
    column: int
    code: str
    message: str


@dataclass(slots=True)
class Findings:
    """What one file holds."""

    uses: dict[Use, None] = field(default_factory=dict[Use, None])
    resolved: set[Spot] = field(default_factory=set[Spot])
    gaps: dict[Gap, str] = field(default_factory=dict[Gap, str])
    _silent: int = 0

    @contextmanager
    def silence(self) -> Generator[None]:
        """Note nothing for a while: code is looked at that is not run, or asks for no scopes."""
        self._silent += 1
        try:
            yield
        finally:
            self._silent -= 1

    def use(self, spot: Spot, called: Called) -> None:
        """Note a method."""
        self.resolved.add(spot)
        if not self._silent:
            self.uses[Use(*spot, called)] = None

    def gap(self, spot: Spot, code: str, message: str) -> None:
        """Note what could not be followed."""
        if not self._silent:
            self.gaps[Gap(*spot, code, message)] = ""

    def stored(self, spot: Spot, word: str, message: str) -> None:
        """Note that a client is kept somewhere under a name."""
        if not self._silent:
            self.gaps[Gap(*spot, "stored", message)] = word

    def told(self, taken_up: Collection[str]) -> tuple[tuple[Use, ...], tuple[Gap, ...]]:
        """Everything, in order of place, without what is kept under names that an annotation takes up again."""
        left = (gap for gap, word in self.gaps.items() if not (word and word in taken_up))
        open_ = (gap for gap in left if (gap.file, gap.line, gap.column) not in self.resolved)
        return tuple(sorted(self.uses)), tuple(sorted(open_))

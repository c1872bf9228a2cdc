"""Applying: SDKs named with the pins of a ledger.

In: a ledger, or none, and how to arrange an SDK with pins. Out: the SDKs, what is wrong with their names, and the
ledger with a line for every name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from specwright.config import SdkConfig
from specwright.names import Pins
from specwright.pins.comparing import problems_of
from specwright.pins.ledger import Ledger
from specwright.pins.namespaces import with_namespaces
from specwright.pins.reading import problem_at
from specwright.pins.standing import updated
from specwright.pins.wording import count_of
from specwright.pins.writing import as_text
from specwright.problems import Problem, Refused, has_errors
from specwright.sdk import Sdk

__all__ = ["Applied", "Arrange", "apply_pins"]

Arrange: TypeAlias = Callable[[SdkConfig, Mapping[str, Pins] | None], Sdk]


@dataclass(frozen=True, slots=True)
class Applied:
    """The SDKs, the ledger where names are new or have moved, and problems."""

    sdks: tuple[Sdk, ...]
    ledger: Ledger | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def content(self) -> bytes | None:
        """That ledger as the bytes of its file."""
        return as_text(self.ledger).encode() if self.ledger else None

    def held(self) -> Applied:
        """The same, if no name breaks a promise."""
        if has_errors(self.problems):
            raise Refused(self.problems)
        return self


def apply_pins(ledger: Ledger | None, configs: Iterable[SdkConfig], arrange: Arrange) -> Applied:
    """Arrange each SDK with its pins; without a ledger nothing is pinned."""
    listed = tuple(configs)
    if ledger is None:
        return Applied(tuple(arrange(each, None) for each in listed))
    before = _pins(ledger)
    sdks = tuple(arrange(each, ledger.pins_of(each.name, each.version)) for each in listed)
    spaced = with_namespaces(ledger, sdks)
    if spaced is not ledger:
        ledger = spaced
        sdks = tuple(arrange(each, ledger.pins_of(each.name, each.version)) for each in listed)
    problems = (problem for sdk in sdks for problem in problems_of(ledger, sdk))
    now = updated(ledger, sdks)
    is_new = _pins(now) != before
    return Applied(sdks, now if is_new else None, (*problems, *_without_sdk(ledger, {each.name for each in listed})))


def _without_sdk(ledger: Ledger, known: set[str]) -> Iterable[Problem]:
    for name in sorted({name for name, _ in ledger.sections} - known):
        own = [section.lines for (sdk, _), section in ledger.sections.items() if sdk == name]
        count = count_of(place for lines in own for place in lines)
        first = min(line.number for lines in own for line in lines.values())
        message = f"there is no SDK {name} any more, and with it {count} went."
        hint = "If this is meant, `specwright names prune` takes the lines away."
        yield replace(problem_at(first, "name-gone", message, hint), severity="warning")


def _pins(ledger: Ledger) -> object:
    """What a ledger says, wherever its lines stand; a section without any is not in the file."""
    sections = {key: each.lines for key, each in ledger.sections.items() if each.lines}
    return {key: {place: line.pin for place, line in lines.items()} for key, lines in sections.items()}

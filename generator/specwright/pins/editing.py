"""Editing: a ledger changed on purpose.

In: a ledger, how to name the SDKs with a ledger, and a pattern. Out: another ledger, and what was done to each name.

A pattern is a name as it is or as it would be (`pets.list`, `Pet.*`), the same behind its version (`v3.pets.*`), or a
place (`GET /pets`); `*` stands for anything.

Why accepting goes round: what is named after an operation, such as its inline models, gets other names with it, which
is seen only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import TypeAlias

from specwright.names import Pin, Place
from specwright.names.releases import is_alive
from specwright.pins.applying import Applied
from specwright.pins.comparing import changed, clashing, gone
from specwright.pins.ledger import ID, Ledger, Line, Section, SectionKey
from specwright.pins.publicity import placed_of
from specwright.pins.standing import key_of, lines_of, settled, updated
from specwright.pins.wording import dropped, full_name, renamed, told
from specwright.sdk import Sdk, Version

__all__ = ["Done", "Name", "accepted", "kept", "pruned"]

Name: TypeAlias = Callable[[Ledger], Applied]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a name."""

    place: Place
    sentence: str


@dataclass(frozen=True, slots=True)
class _Change:
    """A name that the rules would change to `rule`, and the words by which it can be meant."""

    section: SectionKey
    place: Place
    line: Line
    rule: str
    words: tuple[str, ...]

    def fits(self, pattern: str) -> bool:
        """Whether a pattern means it."""
        return pattern in self.words or any(fnmatchcase(word, pattern) for word in self.words)


def accepted(ledger: Ledger, name: Name, pattern: str, since: Mapping[str, str]) -> tuple[Ledger, tuple[Done, ...]]:
    """The names that the rules give now; the old ones stay beside them, deprecated, in the release of their SDK."""
    ledger = settled(ledger, name(ledger).sdks)
    others = {(each.section, each.place) for each in _changes(ledger, name) if not each.fits(pattern)}
    done: dict[tuple[SectionKey, Place], tuple[str, str]] = {}
    while changes := [each for each in _changes(ledger, name) if (each.section, each.place) not in others]:
        for each in changes:
            pin = _renamed(each.place, each.line.pin, each.rule, since[each.section[0]])
            ledger = _with(ledger, each.section, each.place, replace(each.line, pin=pin))
            done[each.section, each.place] = each.line.pin.name, each.rule
    ledger = _without_taken(ledger, name)
    lines = {(key, place): ledger.sections[key].lines[place] for key, place in done}
    said = (Done(at[1], renamed(at[1], *done[at], lines[at].pin.was)) for at in done)
    return updated(ledger, name(ledger).sdks), tuple(said)


def kept(ledger: Ledger, name: Name, pattern: str) -> tuple[Ledger, tuple[Done, ...]]:
    """The names as they are, whatever the rules give."""
    ledger = settled(ledger, name(ledger).sdks)
    done: list[Done] = []
    for each in [each for each in _changes(ledger, name) if each.fits(pattern) and each.place.kind != "schemes"]:
        pin = replace(each.line.pin, kept=True)
        ledger = _with(ledger, each.section, each.place, replace(each.line, pin=pin))
        done.append(Done(each.place, f"{told(each.place)}: {pin.name} is kept."))
    return updated(ledger, name(ledger).sdks), tuple(done)


def pruned(ledger: Ledger, name: Name) -> tuple[Ledger, tuple[Done, ...]]:
    """Without things that are gone, and without former names that a release has dropped."""
    applied = name(ledger)
    ledger = settled(ledger, applied.sdks)
    sections: dict[SectionKey, Section] = {}
    for sdk, version in _versions(applied):
        lines = ledger.sections.get(key_of(sdk, version), Section()).lines
        without, rules = frozenset(gone(version, lines)), placed_of(version).rules
        tidy = {place: _tidy(lines[place], rules.get(place), sdk) for place in lines if place not in without}
        sections[key_of(sdk, version)] = Section(tidy)
    done = (
        each
        for key, section in ledger.sections.items()
        for place, line in section.lines.items()
        for each in _pruned(place, line, sections.get(key, Section()).lines.get(place))
    )
    return replace(ledger, sections=sections), tuple(done)


def _pruned(place: Place, before: Line, after: Line | None) -> Iterator[Done]:
    if after is None and place.part != ID:
        yield Done(place, f"{told(place)}: {before.pin.name} is gone.")
    elif after is not None and after.pin != before.pin:
        yield from (Done(place, dropped(place, was, after.pin.name)) for was in before.pin.was)


def _tidy(line: Line, rule: str | None, sdk: Sdk) -> Line:
    pin = line.pin
    if pin.was and not is_alive(pin.since, sdk.version):
        pin = Pin(pin.name, kept=pin.kept)
    return replace(line, pin=replace(pin, kept=pin.kept and pin.name != rule))


def _renamed(place: Place, pin: Pin, rule: str, since: str) -> Pin:
    """The new name; former names of the same release still work beside it, and those of earlier ones go.

    A callback stands below its operation's name, in a class for each step of it, and has no second place; a scheme's
    argument is as its kind is.
    """
    if place.kind == "schemes" or (place.kind == "webhooks" and rule.startswith("callbacks.")):
        return Pin(rule)
    before = pin.was if pin.since == since else ()
    was = tuple(dict.fromkeys(each for each in (*before, pin.name) if each != rule))
    return Pin(rule, was, since)


def _changes(ledger: Ledger, name: Name) -> Iterator[_Change]:
    """Every name that the rules would change."""
    for sdk, version in _versions(name(ledger)):
        lines, placed = lines_of(ledger, sdk, version), placed_of(version)
        for place, rule in changed(version).items():
            words = [full_name(names, place) for names in (placed.names, placed.rules)]
            spaced = [f"{version.namespace}.{each}" for each in words]
            yield _Change(key_of(sdk, version), place, lines[place], rule, (*words, *spaced, place.key))


def _without_taken(ledger: Ledger, name: Name) -> Ledger:
    """Without former names that something else is called now, or was too: they would lead astray."""
    for sdk, version in _versions(name(ledger)):
        key = key_of(sdk, version)
        for claim in (each for group in clashing(version) for each in group if each.is_former):
            line = ledger.sections[key].lines.get(claim.place)
            was = tuple(each for each in line.pin.was if each.rpartition(".")[2] != claim.name) if line else ()
            if line:
                pin = replace(line.pin, was=was, since=line.pin.since if was else "")
                ledger = _with(ledger, key, claim.place, replace(line, pin=pin))
    return ledger


def _versions(applied: Applied) -> Iterator[tuple[Sdk, Version]]:
    yield from ((sdk, version) for sdk in applied.sdks for version in sdk.versions)


def _with(ledger: Ledger, key: SectionKey, place: Place, line: Line) -> Ledger:
    """The ledger with another line at a place."""
    section = ledger.sections[key]
    return replace(ledger, sections={**ledger.sections, key: Section({**section.lines, place: line})})

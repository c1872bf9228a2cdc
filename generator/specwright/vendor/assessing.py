"""Assessing: what an update means for the project, told before it is made.

In: a configuration and a `Renewal`. Out: an `Assessment`: what changed for those who call the API, overlays that match
nothing any more, problems that come and go, and names that would change.

Why dead actions are left out for the comparison: one that matches nothing stops a document, and what else has changed
in it is what its maintainer wants to know.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from specwright.cache import Cache
from specwright.config import Config, SdkConfig, source_of
from specwright.diff.comparison import Comparison, Entry as Difference
from specwright.load import find_positions
from specwright.pipeline import Tell, read_problems
from specwright.problems import Problem, Refused, has_errors
from specwright.records import cache_of
from specwright.sides import Side, compare_sides, side_of
from specwright.vendor.gathering import with_reasons
from specwright.vendor.renewing import Renewal
from specwright.vendor.shadow import DEAD, shadowed, without_dead

__all__ = ["Assessment", "assess"]

_NAMES = "name-"


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that an update means; no comparison where one of both states cannot be read: `blocked` says why."""

    comparison: Comparison | None
    blocked: tuple[Problem, ...]
    dead: tuple[Problem, ...]
    new: tuple[Problem, ...]
    mended: tuple[Problem, ...]
    names: tuple[Problem, ...]
    is_configured: bool
    ledger: str = ""

    @property
    def breaking(self) -> tuple[Difference, ...]:
        """The changes that break callers, but for those that somebody has accepted."""
        entries = self.comparison.entries if self.comparison else ()
        return tuple(each for each in entries if each.weight in ("breaking", "sdk") and not each.accepted)

    @property
    def is_fine(self) -> bool:
        """Whether nothing is to be fixed."""
        return not (self.breaking or self.dead or self.blocked or has_errors((*self.new, *self.names)))


def assess(config: Config, renewal: Renewal, tell: Tell) -> Assessment:
    """Read both states of what is concerned, and say what is different."""
    sources = renewal.sources
    concerned, is_configured = _concerned(config, renewal)
    contents = {sources.named(path): content for path, content in renewal.contents.items()}
    cache = cache_of(config)
    before = tuple(_read(concerned, tell, cache))
    with tempfile.TemporaryDirectory(prefix="specwright-vendor-") as name:
        folder = Path(name).resolve()
        gone = [sources.named(path) for path in renewal.gone]
        shadow = shadowed(concerned, folder, contents, gone, _untouched(renewal))
        after = tuple(_read(shadow, tell, cache))
        dead = tuple(each for each in after if each.code == DEAD)
        if dead:
            shadow = without_dead(shadow, dead, folder)
            after = tuple(_read(shadow, tell, cache))
        missing = tuple(problem for each in renewal.renewed for problem in each.missing)
        after = with_reasons(missing, after)
        # Lines are looked up for what is told alone, and while the files are there.
        new = _placed(_beyond(after, before), folder)
        comparison, blocked = _compared(concerned, shadow, tell)
        return Assessment(
            comparison=comparison,
            blocked=_placed(_beyond(blocked, (*before, *after)), folder),
            dead=_placed(_beyond(dead, before), folder),
            new=tuple(each for each in new if not each.code.startswith(_NAMES)),
            mended=_placed(_beyond(before, (*after, *dead)), config.root),
            names=tuple(each for each in new if each.code.startswith(_NAMES)),
            is_configured=is_configured,
            ledger=config.ledger.name if config.ledger and config.ledger.is_file() else "",
        )


def _concerned(config: Config, renewal: Renewal) -> tuple[Config, bool]:
    """The distributions with a document that is new in part, and whether the configuration has them all.

    What it does not mean is looked at as a document by itself.
    """
    files = {renewal.sources.named(path) for path in renewal.documents}
    listed = {source.shown for entry in config.sdks for source in entry.sources}
    sdks = [sdk for sdk in config.sdks if not files.isdisjoint(source.shown for source in sdk.sources)]
    alone = [
        SdkConfig(shown, "document", "0.1.0", "", (source_of(config.root / shown, config.root),))
        for shown in sorted(files - listed)
    ]
    return replace(config, sdks=(*sdks, *alone)), bool(sdks)


def _untouched(renewal: Renewal) -> frozenset[str]:
    """The documents of which it is known that no file of theirs is new: what earlier runs made of them holds."""
    named = renewal.sources.named
    touched = set(renewal.documents)
    return frozenset(named(each.path) for each in renewal.sources.entries if each.path not in touched)


def _read(config: Config, tell: Tell, cache: Cache) -> Iterator[Problem]:
    try:
        yield from read_problems(config, tell, cache)
    except Refused as refused:
        yield from refused.problems


def _compared(old: Config, new: Config, tell: Tell) -> tuple[Comparison | None, tuple[Problem, ...]]:
    before = side_of(old, "before")
    after = Side("after", new, before.prefix)
    try:
        return compare_sides(before, after, tell), ()
    except Refused as refused:
        return None, refused.problems


def _placed(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """The same with their lines, as long as the files are there."""
    listed = tuple(problems)
    by_file: dict[str, list[str]] = {}
    for each in listed:
        if each.position is None:
            by_file.setdefault(each.origin.file, []).append(each.origin.pointer)
    found = {file: find_positions(root / file, pointers) for file, pointers in by_file.items()}
    return tuple(
        each if each.position else replace(each, position=found[each.origin.file].get(each.origin.pointer))
        for each in listed
    )


def _beyond(problems: Iterable[Problem], known: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that are not known, wherever their lines are."""
    keys = {_key(each) for each in known}
    return tuple({_key(each): each for each in problems if _key(each) not in keys}.values())


def _key(problem: Problem) -> tuple[str, str, str, str]:
    return problem.origin.file, problem.origin.pointer, problem.code, problem.message

"""Comparing: two sides, package by package and version by version.

In: two `Side`s. Out: a `Comparison`. What went and what came is told too, and what a package has at its top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from specwright.config import SdkConfig
from specwright.diff import Change, compare, in_order
from specwright.diff.bump import release_of
from specwright.diff.comparison import Comparison, Entry, Part, Release
from specwright.diff.judging import accepted, judged, refuse_unknown
from specwright.diff.matching import Match
from specwright.diff.packages import Shelf, package_added, package_removed, top_moved, version_added, version_removed
from specwright.pipeline import Tell
from specwright.problems import Origin, Problem, Refused
from specwright.rules import DiffRules
from specwright.sdk import Version
from specwright.sides.editions import editions_of, match_editions, match_sdks, pinned
from specwright.sides.locating import located
from specwright.sides.reading import read_editions
from specwright.sides.sameness import is_same
from specwright.sides.values import Edition, Side, refusal
from specwright.versions import newest

__all__ = ["compare_sides"]

T = TypeVar("T")
_Between = Callable[[Edition, Edition], tuple[Change, ...]]


@dataclass(frozen=True, slots=True)
class _Shelves:
    """A distribution of both sides, or of one."""

    sdks: Match[SdkConfig]
    old: tuple[Edition, ...]
    new: tuple[Edition, ...]
    pairs: tuple[Match[Edition], ...]

    @property
    def tops(self) -> Match[Edition]:
        """What stands at the top on each side."""
        return _top(self.old), _top(self.new)

    @property
    def has_moved(self) -> bool:
        """Whether another version is at the top."""
        was, now = self.tops
        return bool(was and now) and (was, now) not in self.pairs


def compare_sides(
    old: Side, new: Side, tell: Tell = lambda _what, _number, _total: None, rules: DiffRules | None = None
) -> Comparison:
    """Everything that is different; both sides' problems at once where one cannot be read.

    `rules` are what the configuration says of changes, if it is not that of the new side.
    """
    rules = rules or new.config.diff
    refuse_unknown(rules)
    shelves = _shelves(old, new)
    differing = [
        (was, now)
        for shelf in shelves
        for was, now in (*shelf.pairs, *((shelf.tops,) if shelf.has_moved else ()))
        if was and now and not is_same(old, was, new, now)
    ]
    before, after = _read_both(old, new, differing, tell)
    known = {pair: _judged(before[pair[0]], after[pair[1]], rules) for pair in dict.fromkeys(differing)}

    def between(was: Edition, now: Edition) -> tuple[Change, ...]:
        return known.get((was, now), ())

    found = [(shelf, tuple(_parts(shelf, between, new, rules))) for shelf in shelves]
    parts = located([part for _, its in found for part in its], old, new)
    releases = tuple(_releases(found, old, new))
    return Comparison(old.label, new.label, parts, releases, new.revision)


def _shelves(old: Side, new: Side) -> tuple[_Shelves, ...]:
    pairs = match_sdks(old, new)
    gone, come = _of_both(
        (old, lambda: [pinned(old, editions_of(old, was)) if was else () for was, _ in pairs]),
        (new, lambda: [pinned(new, editions_of(new, now)) if now else () for _, now in pairs]),
    )
    return tuple(
        _Shelves(pair, before, after, match_editions(before, after) if all(pair) else ())
        for pair, before, after in zip(pairs, gone, come, strict=True)
    )


def _top(editions: tuple[Edition, ...]) -> Edition | None:
    by_text = {each.text: each for each in editions}
    return by_text[newest(by_text)] if by_text else None


def _read_both(
    old: Side, new: Side, differing: Iterable[tuple[Edition, Edition]], tell: Tell
) -> tuple[Mapping[Edition, Version], ...]:
    pairs = tuple(differing)
    return _of_both(
        (old, lambda: read_editions(old, (was for was, _ in pairs), tell)),
        (new, lambda: read_editions(new, (now for _, now in pairs), tell)),
    )


def _of_both(*asked: tuple[Side, Callable[[], T]]) -> tuple[T, ...]:
    """What both sides give, or the problems of both."""
    found: list[T] = []
    problems: list[Problem] = []
    for side, give in asked:
        try:
            found.append(give())
        except Refused as refused:
            problems += refusal(side, refused)
    if problems:
        raise Refused(problems)
    return tuple(found)


def _judged(old: Version, new: Version, rules: DiffRules) -> tuple[Change, ...]:
    return in_order(judged(change, rules) for change in compare(old, new))


def _parts(shelf: _Shelves, between: _Between, new: Side, rules: DiffRules) -> Iterator[Part]:
    """The package as a whole, where something about it changed; then each version of both sides."""
    one = shelf.sdks[1] or shelf.sdks[0]
    assert one, "a pair has a side"
    package = one.name if new.has_packages else ""
    called = Shelf(one.name, one.package if new.has_packages else "")
    whole = tuple(judged(change, rules) for change in _of_package(shelf, called, between, rules))
    if whole:
        yield _part(package, "" if package else one.name, whole, rules)
    for was, now in shelf.pairs:
        if was and now:
            title = _title(was, now) if was.text or now.text or not package else ""
            yield _part(package, title, between(was, now), rules)


def _title(was: Edition, now: Edition) -> str:
    """What was compared with what: a version's name, or both; a document's name where it has none."""
    old, new = was.text or was.sources[0].shown, now.text or now.sources[0].shown
    return new if old == new else f"{old} → {new}"


def _part(package: str, version: str, changes: Iterable[Change], rules: DiffRules) -> Part:
    return Part(package, version, tuple(Entry(each, accepted=accepted(each, rules)) for each in changes))


def _of_package(shelves: _Shelves, shelf: Shelf, between: _Between, rules: DiffRules) -> Iterator[Change]:
    was, now = shelves.sdks
    if was is None or now is None:
        yield package_removed(shelf, _first(was)) if was else package_added(shelf, _first(now))
        return
    old, new = shelves.tops
    for gone, come in shelves.pairs:
        if gone and not come:
            yield version_removed(shelf, gone.text, gone.origin)
        if come and not gone:
            yield version_added(shelf, come.text, come.origin)
    if shelves.has_moved and old and new:
        stays = any(pair[0] == old and pair[1] for pair in shelves.pairs)
        changes = [change for change in between(old, new) if not accepted(change, rules)]
        yield top_moved(shelf, (old.text, old.origin), (new.text, new.origin), changes, old_stays=stays)


def _first(sdk: SdkConfig | None) -> Origin:
    assert sdk, "a pair has a side"
    return Origin(sdk.sources[0].shown)


def _releases(found: Iterable[tuple[_Shelves, tuple[Part, ...]]], old: Side, new: Side) -> Iterator[Release]:
    for shelf, parts in found:
        was, now = shelf.sdks
        changes = [entry.change for part in parts for entry in part.entries]
        if was and now and new.has_packages and not (old.is_one or new.is_one):
            yield release_of(now.name, was.version, now.version, changes)
        elif was and now:
            yield release_of("", "", "", changes)

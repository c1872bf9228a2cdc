"""Causes: which of all changes make just this file another one.

In: the inputs of the last run and of this one, and the grounds of this run. Out: the causes of one path.

How: a change counts for a file that stands on it: on a part of a document that the file shows, or that such a part
leads to; on a template, a language, a tool, a setting of its distribution. Of the parts that are gone those count that
the last run's file showed, which the digest of its places tells.

Why there is a wider circle: a name may depend on a neighbour's, a resource lists those below it, a model moves once it
is no longer the same in two versions. Where no change is found in the file's own reach, each of its distribution may be
the cause, and else each of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from specwright.emit import Cause, Inputs
from specwright.grounds.changes import Change, changes_between
from specwright.grounds.files import CHANGELOG, Stand
from specwright.grounds.parts import Place, part_at
from specwright.grounds.record import Grounds, place_digest

__all__ = ["Explanation"]

_OF_PAGES = frozenset({"locales"})


@dataclass(frozen=True, slots=True)
class Explanation:
    """What may be said of each path."""

    old: Inputs
    grounds: Grounds
    new: Inputs
    changes: tuple[Change, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "changes", changes_between(self.old, self.new))

    def of(self, path: str) -> tuple[Cause, ...]:
        """The causes of a path's difference; none where no input differs."""
        if not self.changes and (alone := dict(self.old.digests).get("targets")):
            return (Cause("run", f"the last run wrote {alone} alone"),)
        stand = self.grounds.stands.get(path)
        if stand is None:
            found = self._of_gone(path)
        else:
            circles = (self._near(path, stand), (each for each in self.changes if _belongs(each, stand)))
            found = next((told for circle in circles if (told := (*circle,))), ())
        return tuple(dict.fromkeys(each.cause for each in found or self.changes))

    def _near(self, path: str, stand: Stand) -> Iterator[Change]:
        reach = None if stand.places is None else self._reach(stand.places)
        gone = None if stand.places is None else self._gone(path, stand.places)
        for change in self.changes:
            if not (change.places or change.gone):
                if _belongs(change, stand):
                    yield change
            elif reach is None or gone is None:
                if _is_about(change, stand) and (stand.shows_schemas or not _is_of_schemas(change)):
                    yield change
            elif not reach.isdisjoint(change.places) or not gone.isdisjoint(change.gone):
                yield change

    def _of_gone(self, path: str) -> tuple[Change, ...]:
        """Why a file is made no more: what it showed is gone, or else something else is no longer there."""
        recorded = self.old.stands.get(path)
        for change in self.changes:
            if any(place_digest([place]) == recorded for place in change.gone):
                return (change,)
        removed = (f"{change.name} removed" == change.cause.text for change in self.changes)
        told = zip(self.changes, removed, strict=True)
        return tuple(each for each, gone in told if gone or each.gone or each.cause.kind in ("config", "names"))

    def _gone(self, path: str, places: Iterable[Place]) -> frozenset[Place]:
        """The parts that the last run's file showed and that are there no more."""
        recorded = self.old.stands.get(path)
        if recorded is None or recorded == place_digest(places):
            return frozenset()
        added = {place for change in self.changes for place in change.places if change.cause.text.endswith(" added")}
        before = {place for place in places if self._part(place) not in added}
        gone = sorted({place for change in self.changes for place in change.gone})
        for guess in ([place] for place in gone):
            if place_digest({*before, *guess}) == recorded:
                return frozenset(guess)
        if place_digest(before) == recorded:
            return frozenset()
        return frozenset(gone)  # several of them, or the file's places were others for another reason

    def _reach(self, places: Iterable[Place]) -> frozenset[Place]:
        """The parts that places lie in, all that these lead to, and what stands over each document."""
        found: set[Place] = set()
        waiting = [self._part(place) for place in places]
        while waiting:
            place = waiting.pop()
            if place in found:
                continue
            found.add(place)
            waiting += self._next(place)
        return frozenset(found)

    def _next(self, place: Place) -> Iterator[Place]:
        file, pointer = place
        parts = self.grounds.parts.get(file)
        if parts is None:
            return
        if not pointer:
            yield from ((file, each) for each in parts.digests)
        yield from (self._part(each) for each in parts.uses.get(pointer, ()))
        above = pointer.rpartition("/")[0]
        if above.startswith(("/paths/", "/webhooks/", "/x-webhooks/")):
            yield file, above
        if above.startswith("/paths/"):
            yield from ((file, each) for each in parts.digests if each.count("/") == 1)
            yield from ((file, each) for each in parts.digests if "securit" in each)

    def _part(self, place: Place) -> Place:
        file, pointer = place
        parts = self.grounds.parts.get(file)
        return (file, part_at(pointer, parts)) if parts else place


def _belongs(change: Change, stand: Stand) -> bool:
    """Whether a change that has no parts can touch a file, or one with parts its documents."""
    word, _, name = change.name.partition(" ")
    match word:
        case "spec" | "reference" | "overlay":
            return _is_about(change, stand)
        case "template":
            return name in stand.templates
        case "catalogue":
            return name.split("/")[-2] == stand.locale
        case "changes":
            return CHANGELOG in stand.templates
        case "config":
            sdk, _, setting = name.rpartition(".")
            return stand.sdk in ("", sdk) and (setting not in _OF_PAGES or stand.target == "docs")
        case "tool":
            return name in stand.tools or name == "specwright"
        case _:
            return True


def _is_of_schemas(change: Change) -> bool:
    places = (*change.places, *change.gone)
    return all(pointer.startswith(("/components/schemas/", "/definitions/")) for _, pointer in places)


def _is_about(change: Change, stand: Stand) -> bool:
    """Whether a document that a change is in is one of a file's, or one that several may refer to."""
    word, _, name = change.name.partition(" ")
    files = {file for file, _ in (*change.places, *change.gone)} or {name}
    return word == "reference" or not files.isdisjoint(stand.documents) or change.cause.text == f"{change.name} removed"

"""Formers: names that still work beside those of today, and what is said of them.

In: the names of a version. Out: former methods with the place where each stands, and sentences.

Why a pager has former names of its own: where its operation stood, the pager stood beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from specwright.names.operations import OperationName
from specwright.names.pins import Former
from specwright.names.releases import series
from specwright.names.values import Names

__all__ = ["FormerCall", "former_calls", "sentence_of"]


@dataclass(frozen=True, slots=True)
class FormerCall:
    """A method that an operation had before, and the one of today; `is_pager` if it goes through all pages."""

    old: OperationName
    new: OperationName
    since: str
    is_pager: bool = False

    @property
    def sentence(self) -> str:
        """What a user is told."""
        return sentence_of(self.old.dotted, self.new.dotted, self.since)


def former_calls(names: Names, key: str) -> Iterator[FormerCall]:
    """Every former method of an operation."""
    new, before = names.operations[key], names.former.operations.get(key, ())
    calls = [(_parsed(each.name), each) for each in before]
    yield from (FormerCall(old, new, each.since) for old, each in calls)
    if key in names.pagers:
        pager = replace(new, method=names.pagers[key])
        others = names.former.pagers.get(key, ())
        listed = [(replace(new, method=each.name), each) for each in others]
        for old, each in calls:
            beside = [other for other in others if other.since == each.since] or [Former(pager.method, each.since)]
            listed += [(replace(old, method=other.name), each) for other in beside]
        found = {old: FormerCall(old, pager, each.since, is_pager=True) for old, each in listed if old != pager}
        yield from found.values()


def sentence_of(old: str, new: str, since: str) -> str:
    """What a user of an old name is told."""
    return f"{old} is {new} now; the old name goes with the first release after {series(since)}"


def _parsed(dotted: str) -> OperationName:
    *resource, method = dotted.split(".")
    return OperationName(tuple(resource), method)

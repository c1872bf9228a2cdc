"""Paging: how a listing goes on from one page to the next.

In: nothing. Out: the frozen values that say how the next page is asked for, where its mark stands, and when there is
none. Each way of turning is a value of its own, so that a target reads them as arms of a `match`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.ir.shapes import Shape

__all__ = [
    "Cursor", "EmptyPage", "End", "Flag", "LastItem", "LinkHeader", "NextUrl", "Offset", "PageNumber", "Paging",
    "Place", "TotalItems", "TotalPages", "Turn",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One value of a request or of an answer: where it travels, and its wire names from the outside in.

    The first name is the parameter's or the header's; in a body all are properties.
    """

    location: Literal["path", "query", "header", "body"]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cursor:
    """The answer names the next page at `next`, and the next request says so at `into`; no name, no next page."""

    into: Place
    next: Place


@dataclass(frozen=True, slots=True)
class LastItem:
    """The next request says at `into` what the page's last item holds at `key`."""

    into: Place
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offset:
    """The next request says at `into` how many items came before it; the very first item is number `first`."""

    into: Place
    first: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The next request says at `into` the number of its page; the very first page is number `first`."""

    into: Place
    first: int


@dataclass(frozen=True, slots=True)
class NextUrl:
    """The answer holds at `next` the address of the next page, absolute or relative to its own; none, no next page."""

    next: Place


@dataclass(frozen=True, slots=True)
class LinkHeader:
    """The answer has a `Link` header whose relation `next` is the address of the next page; none, no next page."""


Turn: TypeAlias = Cursor | LastItem | Offset | PageNumber | NextUrl | LinkHeader


@dataclass(frozen=True, slots=True)
class Flag:
    """The boolean at `place` of an answer is `last` on the last page."""

    place: Place
    last: bool


@dataclass(frozen=True, slots=True)
class TotalItems:
    """The number at `place` of an answer is how many items all pages have together."""

    place: Place


@dataclass(frozen=True, slots=True)
class TotalPages:
    """The number at `place` of an answer is how many pages there are."""

    place: Place


@dataclass(frozen=True, slots=True)
class EmptyPage:
    """A page without items is the last one; elsewhere such a page may have a next one."""


End: TypeAlias = Flag | TotalItems | TotalPages | EmptyPage


@dataclass(frozen=True, slots=True)
class Paging:
    """How a listing goes on: `turn` leads to the next page until it names none, or until one of `ends` is met.

    `items` are the names that lead from an answer's body to its items, none where the body itself is the list. `keyed`
    items are the values of a map, and their keys belong to them.
    """

    items: tuple[str, ...]
    item: Shape
    page: Shape
    turn: Turn
    ends: tuple[End, ...] = ()
    keyed: bool = False

"""The ways from one page to the next, and the ways to know the last one.

In: literals in the generated modules of resources. Out: frozen values that `paging` acts on.

Why named tuples and not dataclasses: every resource with a listing imports this module, and a dozen dataclasses cost
ten times as long to define.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

__all__ = [
    "Cursor", "EmptyPage", "End", "Flag", "LastItem", "LinkHeader", "NextUrl", "Offset", "PageNumber", "Place",
    "TotalItems", "TotalPages", "Turn",
]  # fmt: skip


class Place(NamedTuple):
    """One value of a request or of an answer, by wire names from the outside in."""

    location: Literal["path", "query", "header", "body"]
    path: tuple[str, ...]


class Cursor(NamedTuple):
    """The answer names the next page at `next`, and the next request says so at `into`."""

    into: Place
    next: Place


class LastItem(NamedTuple):
    """The next request says at `into` what the last item holds at `key`."""

    into: Place
    key: tuple[str, ...]


class Offset(NamedTuple):
    """The next request says at `into` how many items came before it; the very first item is number `first`."""

    into: Place
    first: int = 0


class PageNumber(NamedTuple):
    """The next request says at `into` the number of its page; the very first page is number `first`."""

    into: Place
    first: int = 1


class NextUrl(NamedTuple):
    """The answer holds the next page's address at `next`."""

    next: Place


class LinkHeader(NamedTuple):
    """The answer has a `Link` header with the next page's address."""


Turn: TypeAlias = Cursor | LastItem | Offset | PageNumber | NextUrl | LinkHeader


class Flag(NamedTuple):
    """The boolean at `place` is `last` on the last page."""

    place: Place
    last: bool


class TotalItems(NamedTuple):
    """The number at `place` is how many items all pages have together."""

    place: Place


class TotalPages(NamedTuple):
    """The number at `place` is how many pages there are."""

    place: Place


class EmptyPage(NamedTuple):
    """A page without items is the last one."""


End: TypeAlias = Flag | TotalItems | TotalPages | EmptyPage

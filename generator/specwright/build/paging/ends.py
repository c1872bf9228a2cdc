"""Ends: what an answer says of how far the listing goes.

In: the values of an answer. Out: the flag and the totals among them, by the names that APIs give these.

Why `count` and `size` are none: they tell of the page as often as of the whole, and a page's count taken for the
whole would end a listing early.
"""

from __future__ import annotations

from collections.abc import Iterable

from specwright.build.paging.shapes import Leaf, Models, scalar
from specwright.ir import Flag, Place, TotalItems, TotalPages

__all__ = ["flag_among", "total_items_among", "total_pages_among"]

_MORE = frozenset({
    "hasmore", "hasmoreitems", "hasmorepages", "hasmorerecords", "hasmoreresults", "hasnext", "hasnextpage",
    "ismore", "istruncated", "more", "moreavailable", "moredataavailable", "moreitems", "morepages",
    "morerecords", "moreresults",
})  # fmt: skip
_LAST = frozenset({"islast", "islastpage", "last", "lastpage"})
_ITEMS = frozenset({
    "total", "totalcount", "totalelements", "totalentries", "totalhits", "totalitems", "totalrecords", "totalresults",
})  # fmt: skip
_PAGES = frozenset({"countpages", "numpages", "pagecount", "pagestotal", "totalpagecount", "totalpages"})


def flag_among(answer: Iterable[Leaf], models: Models) -> Flag | None:
    """The boolean that tells the last page from the others."""
    found = _typed(answer, ("boolean",), _MORE | _LAST, models)
    return Flag(Place("body", found.path), found.last in _LAST) if found else None


def total_items_among(answer: Iterable[Leaf], models: Models) -> TotalItems | None:
    """The number of all items."""
    found = _typed(answer, ("integer", "number"), _ITEMS, models)
    return TotalItems(Place("body", found.path)) if found else None


def total_pages_among(answer: Iterable[Leaf], models: Models) -> TotalPages | None:
    """The number of all pages."""
    found = _typed(answer, ("integer", "number"), _PAGES, models)
    return TotalPages(Place("body", found.path)) if found else None


def _typed(answer: Iterable[Leaf], types: tuple[str, ...], names: frozenset[str], models: Models) -> Leaf | None:
    named = (leaf for leaf in answer if leaf.last in names)
    return next((leaf for leaf in named if (kind := scalar(leaf.shape, models)) and kind.type in types), None)

"""Counting: offsets and page numbers.

In: what a request may say and what an answer holds. Out: `Offset` or `PageNumber`, and the ends that the answer names.

Why so careful: the first page is asked for without a number, and whoever takes it for the wrong one skips a page. So
its number must be in the contract (a default or a minimum of 0 or 1); only `offset`, `skip` and `startAt` mean 0 by
themselves. A number beside it says how large a page is, or an answer names a total: otherwise `page` may be the page
of a book. A POST is counted through only where its answer names an end.
Why `start` beside `end` is none: that is a span of time. Why an answer with `offset` and a flag is left alone: some
APIs name the next offset there, others repeat the last one.
"""

from __future__ import annotations

import json
import re

from specwright.build.paging.cursors import place_of
from specwright.build.paging.ends import flag_among, total_items_among, total_pages_among
from specwright.build.paging.shapes import Leaf, Models, plain, scalar
from specwright.ir import EmptyPage, End, Offset, PageNumber, Scalar, Turn

__all__ = ["find_count", "is_about_pages"]

_FROM_ZERO = frozenset({"offset", "pageoffset", "skip", "startat"})
_OFFSETS = _FROM_ZERO | {"start", "startindex"}
_SPANS = frozenset({"end", "finish", "stop", "to", "until"})
_PAGES = frozenset({"currentpage", "page", "pageindex", "pageno", "pagenum", "pagenumber"})
_SIZES = frozenset({
    "count", "itemsperpage", "limit", "max", "maxresults", "pagelimit", "pagesize", "perpage", "resultsperpage",
    "rows", "size", "take", "top",
})  # fmt: skip
_CURSORS = frozenset({"after", "before", "cursor", "pagetoken", "since"})
_OF_PAGES = re.compile(r"page number|number of pages|pages to skip|which page", re.IGNORECASE)


def find_count(sent: tuple[Leaf, ...], answer: tuple[Leaf, ...], models: Models) -> tuple[Turn, tuple[End, ...]] | None:
    """The count that the contract shows, with every end that it names."""
    flag, items, pages = (find(answer, models) for find in (flag_among, total_items_among, total_pages_among))
    if not (flag or items or pages or any(_is_size(each, models) for each in sent)):
        return None
    for ask in sent:
        turn = _offset(ask, sent, answer, models) or _page_number(ask, models)
        ends = tuple(end for end in (flag, items, pages if isinstance(turn, PageNumber) else None) if end)
        if turn and (ask.location == "query" or ends):
            return turn, (*ends, EmptyPage())
    return None


def is_about_pages(ask: Leaf) -> bool:
    """Whether a request's value is one of those that listings have."""
    return bool(_names(ask) & (_OFFSETS | _PAGES | _SIZES | _CURSORS))


def _offset(ask: Leaf, sent: tuple[Leaf, ...], answer: tuple[Leaf, ...], models: Models) -> Turn | None:
    number, names = _number(ask, models), _names(ask)
    if number is None or not names & _OFFSETS or _OF_PAGES.search(ask.description):
        return None
    sized = any(_is_size(each, models) for each in sent)
    told = {leaf.last for leaf in answer if _number(leaf, models)}
    repeated = bool(names & told)
    if names & {"start"} and any(each.last in _SPANS for each in sent):
        return None
    if not sized or (repeated and flag_among(answer, models) and not told & _SIZES):
        return None
    first = _first(ask, number)
    if names & _FROM_ZERO:
        return Offset(place_of(ask), 0) if first in (0, None) else None
    return Offset(place_of(ask), first) if first is not None else None


def _page_number(ask: Leaf, models: Models) -> Turn | None:
    number = _number(ask, models)
    first = _first(ask, number) if number and _names(ask) & _PAGES else None
    return PageNumber(place_of(ask), first) if first is not None else None


def _is_size(ask: Leaf, models: Models) -> bool:
    return bool(_names(ask) & _SIZES and _number(ask, models))


def _number(ask: Leaf, models: Models) -> Scalar | None:
    kind = scalar(ask.shape, models)
    return kind if kind and kind.type in ("integer", "number") else None


def _first(ask: Leaf, number: Scalar) -> int | None:
    """The number of the first page or item as the contract shows it."""
    default: object = json.loads(ask.default) if ask.default else None
    if default is not None:
        return int(default) if isinstance(default, int | float) and default in (0, 1) else None
    limits = number.constraints
    if limits is None:
        return None
    if limits.minimum is not None:
        return int(limits.minimum) if limits.minimum in (0, 1) else None
    return 1 if limits.exclusive_minimum == 0 else None


def _names(ask: Leaf) -> frozenset[str]:
    return frozenset({ask.last, plain("".join(ask.path))})

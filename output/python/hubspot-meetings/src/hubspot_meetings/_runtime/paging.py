"""From one page to the next, as a function of what came.

In: the contract's paging, the arguments of a page and its response. Out: the items of the page, and the arguments of
the next one.

Why a set of seen marks: a server that hands out a cursor twice would be asked for ever. Where pages are counted no mark
comes; there a page that equals the one before tells that the server does not mind the number.
Why a missing mark beside "there is more" is an error: the caller would take a part for the whole.
Why a total must be met exactly: some servers say 0 where they do not know; then the listing goes on to an empty page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NoReturn, cast

from .arguments import Arguments
from .errors import PagingError
from .operation import Paging
from .places import at, found, given, put
from .response import Response
from .turns import (
    Cursor,
    EmptyPage,
    End,
    Flag,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Place,
    TotalItems,
    TotalPages,
)

__all__ = ["Turner", "items_of"]


class Turner:
    """Turns the pages of one listing; `name` is the operation's public name, `first` the caller's arguments."""

    def __init__(self, name: str, paging: Paging, first: Arguments) -> None:
        self._name = name
        self._paging = paging
        self._began = first
        self._came = 0
        self._before: list[object] = []
        self._seen: set[str] = set()
        if isinstance(paging.turn, Cursor | LastItem) and (start := given(first, paging.turn.into)) is not None:
            self._seen.add(str(start))

    def next(self, arguments: Arguments, response: Response[object]) -> Arguments | None:
        """The arguments of the next page; `None` after the last one."""
        items = items_of(self._paging, response.value)
        self._came += len(items)
        if any(self._is_met(end, arguments, response, items) for end in self._paging.ends):
            return None
        match self._paging.turn:
            case Cursor(into, place):
                return self._marked(arguments, response, into, found(response, place))
            case LastItem(into, key):
                mark = at(items[-1], key) if items else None
                if items and mark is None:
                    self._fail(f"the last item holds nothing at {'.'.join(key)!r}")
                return self._marked(arguments, response, into, mark)
            case NextUrl(place):
                return self._linked(arguments, response, found(response, place))
            case LinkHeader():
                from .links import next_link  # noqa: PLC0415 - only some listings need it

                return self._linked(arguments, response, next_link(response.headers.get("link", "")))
            case Offset(into, first):
                if not items:
                    self._fail("there is more, says a page without items")
                return self._counted(arguments, items, into, _number(arguments, into, first) + len(items))
            case PageNumber(into, first):
                return self._counted(arguments, items, into, _number(arguments, into, first) + 1)

    def _is_met(self, end: End, arguments: Arguments, response: Response[object], items: list[object]) -> bool:
        match end, self._paging.turn:
            case EmptyPage(), _:
                return not items and not self._has_more(response)
            case Flag(place, last), _:
                return found(response, place) is last
            case TotalItems(place), Offset(into, first):
                return _number(arguments, into, first) - first + len(items) == _count(found(response, place))
            case TotalItems(place), PageNumber(into, first):
                return _number(self._began, into, first) == first and self._came == _count(found(response, place))
            case TotalPages(place), PageNumber(into, first):
                return _number(arguments, into, first) - first + 1 == _count(found(response, place))
            case _:
                return False

    def _has_more(self, response: Response[object]) -> bool:
        flags = [end for end in self._paging.ends if isinstance(end, Flag)]
        return any(found(response, flag.place) is (not flag.last) for flag in flags)

    def _marked(self, arguments: Arguments, response: Response[object], into: Place, mark: object) -> Arguments | None:
        """The next page by the mark of it that came."""
        return put(arguments, into, self._new(mark)) if self._is_mark(mark, response) else None

    def _linked(self, arguments: Arguments, response: Response[object], link: object) -> Arguments | None:
        """The next page by its address."""
        from urllib.parse import urljoin  # noqa: PLC0415 - only some listings need it

        if not self._is_mark(link, response):
            return None
        url = urljoin(response.url, str(link))
        self._seen.add(response.url)
        return replace(arguments, url=str(self._new(url)))

    def _counted(self, arguments: Arguments, items: list[object], into: Place, number: int) -> Arguments:
        """The next page by its number, unless this one is the same as before."""
        if items and items == self._before:
            self._fail("the server sent the same page for the second time")
        self._before = items
        return put(arguments, into, number)

    def _is_mark(self, mark: object, response: Response[object]) -> bool:
        if mark is not None and mark is not False and mark != "":
            return True
        if self._has_more(response):
            self._fail("there is more, says the answer, and not where")
        return False

    def _new(self, mark: object) -> object:
        if str(mark) in self._seen:
            self._fail(f"the server named {mark!r} as the next page for the second time")
        self._seen.add(str(mark))
        return mark

    def _fail(self, message: str) -> NoReturn:
        raise PagingError(f"{self._name}: {message}")


def items_of(paging: Paging, page: object) -> list[object]:
    """The items of a page, with their keys where they stand in a map; none where nothing stands at that place."""
    items = at(page, paging.items)
    if paging.keyed:
        return list(cast("Mapping[str, object]", items).items()) if isinstance(items, Mapping) else []
    return cast("list[object]", items) if isinstance(items, list) else []


def _number(arguments: Arguments, place: Place, first: int) -> int:
    """The number that a request says; none is the first one."""
    said = _count(given(arguments, place))
    return first if said is None else said


def _count(value: object) -> int | None:
    """A number as APIs write it, also in text."""
    match value:
        case bool():
            return None
        case int() | float():
            return int(value)
        case str() if value.strip().isdecimal():
            return int(value)
        case _:
            return None

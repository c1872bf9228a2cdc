"""From one page to the next, as a function of what came.

In: the contract's paging, the arguments of a page and its response. Out: the items of the page, and the arguments of
the next one.

Why a set of seen places: a server that hands out a cursor twice would be asked for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, cast

from .arguments import Arguments
from .errors import PagingError
from .headers import Headers
from .operation import Operation, Paging
from .response import Response
from .unset import Unset

__all__ = ["Turner", "at_place", "items_of", "paging_of"]


class _Fields(Protocol):
    @property
    def alias(self) -> str | None: ...


class Turner:
    """Turns the pages of one listing; `name` is the operation's public name."""

    def __init__(self, name: str, paging: Paging) -> None:
        self._name = name
        self._paging = paging
        self._seen: set[str] = set()

    def next(self, arguments: Arguments, response: Response[object]) -> Arguments | None:
        """The arguments of the next page; `None` after the last one."""
        match self._paging.kind:
            case "cursor":
                cursor = at_place(response.value, self._paging.next)
                return None if cursor in {None, ""} else self._changed(arguments, self._new(cursor))
            case "link":
                url = _link(response.headers) if not self._paging.next else at_place(response.value, self._paging.next)
                return replace(arguments, url=str(self._new(url))) if url else None
            case "offset":
                return self._counted(arguments, response, first=0, step=len(items_of(self._paging, response.value)))
            case "page":
                return self._counted(arguments, response, first=1, step=1)

    def _new(self, mark: object) -> object:
        if str(mark) in self._seen:
            raise PagingError(f"{self._name}: the server named {mark!r} as the next page for the second time")
        self._seen.add(str(mark))
        return mark

    def _counted(self, arguments: Arguments, response: Response[object], *, first: int, step: int) -> Arguments | None:
        """The next number, until a page is empty or the end that the answer names is reached."""
        if not items_of(self._paging, response.value):
            return None
        given = self._given(arguments).get(self._paging.parameter)
        following = (given if isinstance(given, int) else first) + step
        end = at_place(response.value, self._paging.next) if self._paging.next else None
        return None if isinstance(end, int) and following >= end + first else self._changed(arguments, following)

    def _given(self, arguments: Arguments) -> Mapping[str, object]:
        if self._paging.location == "query":
            return arguments.query
        if not isinstance(arguments.body, Mapping | Unset):
            raise PagingError(f"{self._name}: pass the body as a mapping to go through its pages")
        return cast("Mapping[str, object]", arguments.body or {})

    def _changed(self, arguments: Arguments, value: object) -> Arguments:
        values = {**self._given(arguments), self._paging.parameter: value}
        return replace(arguments, query=values) if self._paging.location == "query" else replace(arguments, body=values)


def paging_of(operation: Operation[object]) -> Paging:
    """How this operation is paged; only a listing has pages."""
    if operation.paging is None:
        raise PagingError(f"{operation.name} has no pages")
    return operation.paging


def items_of(paging: Paging, page: object) -> list[object]:
    """The items of a page; none where the page has no list at that place."""
    items = at_place(page, paging.items)
    return cast("list[object]", items) if isinstance(items, list) else []


def at_place(value: object, place: tuple[str, ...]) -> object:
    """What stands at this place, by wire names, in models and dictionaries alike."""
    for step in place:
        if isinstance(value, Mapping):
            value = cast("Mapping[str, object]", value).get(step)
        else:
            value = getattr(value, _attribute(type(value), step), None)
    return value


def _attribute(kind: type, wire: str) -> str:
    fields = cast("Mapping[str, _Fields]", getattr(kind, "model_fields", {}))
    return next((name for name, field in fields.items() if (field.alias or name) == wire), wire)


def _link(headers: Headers) -> str | None:
    """The `next` address of a `Link` header."""
    for link in headers.get("link", "").split(","):
        address, *attributes = (part.strip() for part in link.split(";"))
        if 'rel="next"' in attributes or "rel=next" in attributes:
            return address.strip("<>")
    return None

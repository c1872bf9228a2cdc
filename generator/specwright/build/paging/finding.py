"""Finding: the first way of paging that an operation's contract shows.

In: an operation and the models by id. Out: `Paging`, or `None` where the contract does not show it.

The order: what an answer names (a cursor, an address) comes before what a client counts, because the server knows
better where its pages begin.
"""

from __future__ import annotations

from specwright.build.paging.addresses import find_link_header, find_next_url
from specwright.build.paging.counting import find_count, is_about_pages
from specwright.build.paging.cursors import find_cursor, find_last_item
from specwright.build.paging.items import Items, find_items
from specwright.build.paging.shapes import Leaf, Models, leaves, page_of, sent
from specwright.ir import EmptyPage, End, Operation, Paging, Shape, Turn

__all__ = ["find_paging", "looks_paged"]

_READING = frozenset({"GET", "POST", "QUERY"})


def find_paging(operation: Operation, models: Models) -> Paging | None:
    """How this operation is paged, if its contract says so."""
    page = page_of(operation) if operation.method in _READING else None
    items = find_items(page, models) if page else None
    if page is None or items is None:
        return None
    found = _turn(operation, page, items, models)
    return Paging(items.path, items.item, page, found[0], found[1], items.keyed) if found else None


def looks_paged(operation: Operation, models: Models) -> bool:
    """Whether an operation that is not paged gives a list, and may be asked for a part of it."""
    page = page_of(operation) if operation.method in _READING and not operation.paging else None
    listed = page is not None and find_items(page, models) is not None
    return listed and any(is_about_pages(each) for each in sent(operation, models))


def _turn(operation: Operation, page: Shape, items: Items, models: Models) -> tuple[Turn, tuple[End, ...]] | None:
    asks = sent(operation, models)
    answer = tuple(leaves(page, models))
    if cursor := find_cursor(asks, answer, models):
        turn, flag = cursor
        return turn, (flag,) if flag else ()
    # With a POST, an address does not say whether its request has the body too.
    if operation.method != "POST" and (url := find_next_url(answer, models) or find_link_header(operation, asks)):
        return url, ()
    if items.keyed:
        return None
    if last := find_last_item(asks, answer, items, models):
        turn, more = last
        return turn, (more, EmptyPage())
    return find_count(_of_a_query(operation, asks), answer, models)


def _of_a_query(operation: Operation, asks: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """A POST's query is not counted through; what it does is said by its body."""
    return tuple(each for each in asks if operation.method != "POST" or each.location == "body")

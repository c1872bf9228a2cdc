"""Cursors: a value of the answer that is named like the parameter that takes it.

In: what a request may say and what an answer holds. Out: `Cursor` or `LastItem`, and the flag that goes with it.

The names: `next_cursor` for `cursor`, `nextPageToken` for `pageToken`, `paging.next.after` for `after`, `cursor.next`
for `cursor`, `next_cursor` for `start_cursor`, `next_page` for `page_token`, and one `nextToken` for both. With a flag
such as `has_more` beside it, `endCursor` and `last_id` go into `after`, and so does the `id` of the last item where the
answer holds neither.

Why not the same name on both sides in general: an answer may repeat what the request said, and a listing that believed
it would ask for the same page again.

Why not a cursor with a switch beside it, such as `marker` and `usemarker`: until it is switched on, an answer names no
next place, and the listing would end after its first page without a word.
"""

from __future__ import annotations

from collections.abc import Iterable

from specwright.build.paging.ends import flag_among
from specwright.build.paging.items import Items
from specwright.build.paging.shapes import Leaf, Models, leaves, plain, scalar
from specwright.ir import Cursor, Flag, LastItem, Place, Scalar, Turn

__all__ = ["find_cursor", "find_last_item", "place_of"]

_SAME = frozenset({"bookmark", "continuation", "continuationtoken", "scrollid"})
_AFTER = frozenset({"after", "afterid", "startingafter"})
_STARTS = ("starting", "start")


def find_cursor(sent: Iterable[Leaf], answer: tuple[Leaf, ...], models: Models) -> tuple[Turn, Flag | None] | None:
    """The cursor that the names show, with the flag that may end the listing."""
    flag = flag_among(answer, models)
    asks = tuple(sent)
    for ask in asks:
        kind = None if _switched(ask, asks) else scalar(ask.shape, models)
        for leaf in answer:
            if kind and _alike(kind, scalar(leaf.shape, models)) and _goes_into(ask, leaf, flag):
                return Cursor(place_of(ask), Place("body", leaf.path)), flag
    return None


def find_last_item(
    sent: Iterable[Leaf], answer: tuple[Leaf, ...], items: Items, models: Models
) -> tuple[Turn, Flag] | None:
    """The last item's `id`, where a flag says that there is more and nothing else says where."""
    flag = flag_among(answer, models)
    key = next((leaf for leaf in leaves(items.item, models, depth=1) if leaf.path == ("id",)), None)
    held = scalar(key.shape, models) if key else None
    for ask in sent:
        kind = scalar(ask.shape, models)
        if flag and kind and ask.last in _AFTER and not _is_time(kind) and _alike(kind, held):
            return LastItem(place_of(ask), ("id",)), flag
    return None


def place_of(ask: Leaf) -> Place:
    """Where a request says it."""
    return Place("body" if ask.location == "body" else "query", ask.path)


def _switched(ask: Leaf, asks: tuple[Leaf, ...]) -> bool:
    return any(each.last == f"use{ask.last}" for each in asks)


def _alike(one: Scalar, other: Scalar | None) -> bool:
    numbers = ("integer", "number")
    if other is None or one.type not in ("string", *numbers):
        return False
    return one.type == other.type or (one.type in numbers and other.type in numbers)


def _is_time(kind: Scalar) -> bool:
    return (kind.format or "").startswith("date") or kind.format == "time"


def _goes_into(ask: Leaf, leaf: Leaf, flag: Flag | None) -> bool:
    wanted, last, holder = _wanted(ask), leaf.last, leaf.holder
    for name in wanted:
        if last in (f"next{name}", f"nextpage{name}") or (last == name and holder == "next"):
            return True
        if (last == "next" and holder in (name, f"{name}s")) or (name == last == "after" and holder == "cursors"):
            return True
        if last == name and (name in _SAME or name.startswith("next")):
            return True
        if name.endswith("token") and last == f"next{name.removesuffix('token')}":
            return True
    named = last in ("endcursor", "lastid") or (last == "next" and "cursor" in leaf.description.lower())
    return flag is not None and named and bool(_AFTER & set(wanted))


def _wanted(ask: Leaf) -> tuple[str, ...]:
    """The plain names of a parameter: its own, and without the word for a start."""
    own = dict.fromkeys((ask.last, plain("".join(ask.path))))
    bare = (name.removeprefix(word) for name in own for word in _STARTS if name.startswith(word))
    return tuple(name for name in (*own, *bare) if name)

"""Paging: how a listing goes on, as the runtime's values in Python's spelling.

In: the IR's paging. Out: the text of each value, and the type of an item.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from specwright.ir import (
    Cursor,
    EmptyPage,
    End,
    Flag,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Paging,
    Place,
    TotalItems,
    TotalPages,
    Turn,
)  # fmt: skip
from specwright.python.types import annotation

__all__ = ["end_text", "item_type", "turn_text"]


def item_type(paging: Paging, models: Mapping[str, str]) -> str:
    """What a pager yields: an item, together with its key where the items stand in a map."""
    item = annotation(paging.item, models)
    return f"tuple[str, {item}]" if paging.keyed else item


def turn_text(turn: Turn) -> str:
    """The way from one page to the next."""
    match turn:
        case Cursor():
            return f"turns.Cursor({_place(turn.into)}, {_place(turn.next)})"
        case LastItem():
            return f"turns.LastItem({_place(turn.into)}, {turn.key!r})"
        case Offset() | PageNumber():
            return f"turns.{type(turn).__name__}({_place(turn.into)}, {turn.first})"
        case NextUrl():
            return f"turns.NextUrl({_place(turn.next)})"
        case LinkHeader():
            return "turns.LinkHeader()"
        case _:
            assert_never(turn)


def end_text(end: End) -> str:
    """What ends a listing."""
    match end:
        case Flag():
            return f"turns.Flag({_place(end.place)}, last={end.last})"
        case TotalItems() | TotalPages():
            return f"turns.{type(end).__name__}({_place(end.place)})"
        case EmptyPage():
            return "turns.EmptyPage()"
        case _:
            assert_never(end)


def _place(place: Place) -> str:
    return f"turns.Place({place.location!r}, {place.path!r})"

"""Addresses: an answer that holds the next page's address, in its body or in a `Link` header.

In: an operation and the values of its answer. Out: `NextUrl` or `LinkHeader`.

Why a bare `next` is not enough: it may be a cursor or a number. It is an address where its format, its example, its
name or the `links` around it say so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from specwright.build.paging.counting import is_about_pages
from specwright.build.paging.shapes import Leaf, Models, scalar
from specwright.ir import LinkHeader, NextUrl, Operation, Place, Turn

__all__ = ["find_link_header", "find_next_url"]

_NAMED = frozenset({
    "nexthref", "nextlink", "nextpagelink", "nextpageuri", "nextpageurl", "nexturi", "nexturl", "odatanextlink",
})  # fmt: skip
_MAYBE = frozenset({"next", "nextpage"})
_AROUND = frozenset({"link", "links", "pagelinks", "paginglinks"})
_INSIDE = frozenset({"href", "link", "uri", "url"})
_FORMATS = frozenset({"uri", "uri-reference", "url"})


def find_next_url(answer: Iterable[Leaf], models: Models) -> Turn | None:
    """The address at a place of the body."""
    for leaf in answer:
        kind = scalar(leaf.shape, models)
        if kind and kind.type == "string" and _is_next(leaf, kind.format or ""):
            return NextUrl(Place("body", leaf.path))
    return None


def find_link_header(operation: Operation, sent: Iterable[Leaf]) -> Turn | None:
    """A `Link` header of the good answer, where the request speaks of pages too."""
    good = (each for each in operation.responses if each.status.startswith("2"))
    linked = any(header.name.lower() == "link" for each in good for header in each.headers)
    return LinkHeader() if linked and any(map(is_about_pages, sent)) else None


def _is_next(leaf: Leaf, written: str) -> bool:
    if leaf.last in _NAMED or (leaf.last in _INSIDE and leaf.holder == "next"):
        return True
    if leaf.last not in _MAYBE:
        return False
    return written in _FORMATS or (leaf.last == "next" and leaf.holder in _AROUND) or _looks_like_one(leaf)


def _looks_like_one(leaf: Leaf) -> bool:
    example: object = json.loads(leaf.example) if leaf.example else None
    return isinstance(example, str) and example.startswith(("http://", "https://", "/"))

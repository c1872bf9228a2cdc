"""Containers: arrays, and the properties that an object does not name.

In: a schema's site, and what reads the schemas in it. Out: the shape of the array, or of the other properties.

Why patterns of names are not told apart: no language has a type for them, so what any of the patterns allows may stand
under any name. Where patterns are all that is said, nothing else is expected.
"""

from __future__ import annotations

from collections.abc import Callable

from specwright.build.scalars import constraints_of
from specwright.ir import ListOf, Scalar, Shape, TupleOf, Union
from specwright.sites import Site, items, members, site_at

__all__ = ["array_of", "extra_of"]

_ANY = Scalar("any")
_NEVER = Scalar("never")
_Read = Callable[[Site], Shape]


def array_of(site: Site, read: _Read) -> Shape:
    """A list of one shape, or items by place; before 2020 `items` itself listed those."""
    by_place, rest = (
        ("items", "additionalItems") if isinstance(site.node.get("items"), list) else ("prefixItems", "items")
    )
    limits = constraints_of(site.node)
    shapes = tuple(read(each) for each in items(site, by_place))
    after = _optional(site, rest, read) or (_NEVER if site.node.get("unevaluatedItems") is False else None)
    return TupleOf(shapes, after, limits) if shapes else ListOf(after or _ANY, limits)


def extra_of(site: Site, read: _Read) -> Shape | None:
    """What the properties are that have no name of their own; `None` where nothing is said."""
    plain = _optional(site, "additionalProperties", read) or _optional(site, "unevaluatedProperties", read)
    patterns = [read(each) for _, each in members(site, "patternProperties")]
    if not patterns:
        return plain
    shapes = tuple(dict.fromkeys(each for each in (*patterns, *([plain] if plain else [])) if each != _NEVER))
    if _ANY in shapes or not shapes:
        return _ANY if shapes else _NEVER
    return shapes[0] if len(shapes) == 1 else Union(shapes)


def _optional(site: Site, key: str, read: _Read) -> Shape | None:
    match site.node.get(key):
        case None:
            return None
        case False:
            return _NEVER
        case dict() as node if node:
            return read(site_at(site, key))
        case _:
            return _ANY

"""Shapes: every pair inside a value, down to the named types that it uses.

In: two shapes at one place. Out: pairs; and a `Use` where both sides have a named type, which is walked on its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeAlias

from specwright.diff.belongings import is_renamed
from specwright.diff.matching import match_branches
from specwright.diff.pairs import Direction, FieldPair, ModelPair, Pair, ShapePair, Sides
from specwright.diff.places import Place
from specwright.diff.seen import is_seen
from specwright.diff.values import Value, value_of
from specwright.ir import Field, ListOf, Object, Ref, Scalar, Shape, TupleOf, Union
from specwright.names import is_component
from specwright.problems import Origin

__all__ = ["At", "Node", "Spot", "Use", "model_pairs", "value_pairs"]

At: TypeAlias = tuple[Origin | None, Origin | None]
Node: TypeAlias = tuple[str, str, Direction]
"""Two named types by their ids, and the direction in which they travel."""

_ANYTHING = Scalar("any")
_NEVER = Scalar("never")


@dataclass(frozen=True, slots=True)
class Use:
    """A place where both sides have a named type."""

    node: Node
    place: Place


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands on both sides, which way it travels, and whether as text."""

    sides: Sides
    place: Place
    direction: Direction
    at: At
    as_text: bool = False


def value_pairs(spot: Spot, old: Shape, new: Shape) -> Iterator[Pair | Use]:
    """Everything about two values."""
    was, now = value_of(old, spot.sides.old.models), value_of(new, spot.sides.new.models)
    if not (was.model and now.model):
        yield from _inside(spot, was, now)
        return
    here = (replace(was, shape=Ref(was.model)), replace(now, shape=Ref(now.model)))
    yield ShapePair(spot.sides, spot.place, spot.direction, *here, spot.at, spot.as_text)
    yield Use((was.model, now.model, spot.direction), spot.place)


def model_pairs(sides: Sides, use: Use) -> Iterator[Pair | Use]:
    """Everything about two named types, without whether their use may be `null`."""
    old, new = sides.old.models[use.node[0]], sides.new.models[use.node[1]]
    name = sides.old.names.types[old.id]
    is_known = is_component(old.id) and (name == sides.new.names.types[new.id] or is_renamed(sides, old, new))
    place = Place(name, name, is_type=True) if is_known else use.place
    spot = Spot(sides, place, use.node[2], (old.origin, new.origin))
    yield ModelPair(sides, place, spot.direction, old, new, spot.at)
    was, now = value_of(Ref(old.id), sides.old.models), value_of(Ref(new.id), sides.new.models)
    yield from _inside(spot, replace(was, nullable=False), replace(now, nullable=False))


def _inside(spot: Spot, was: Value, now: Value) -> Iterator[Pair | Use]:
    yield ShapePair(spot.sides, spot.place, spot.direction, was, now, spot.at, spot.as_text)
    match was.shape, now.shape:
        case Object(), Object():
            yield from _fields(spot, was, now)
            if was.shape.extra or now.shape.extra:
                yield from _below(spot, "{}", was.shape.extra or _ANYTHING, now.shape.extra or _ANYTHING)
        case ListOf(), ListOf():
            yield from _below(spot, "[]", was.shape.item, now.shape.item)
        case TupleOf(), TupleOf():
            yield from _items(spot, was.shape, now.shape)
        case (Union(), _) | (_, Union()):
            for one, other in match_branches(was, now, spot.sides.old, spot.sides.new):
                yield from _below(spot, "", one, other)
        case _:
            pass


def _below(spot: Spot, mark: str, old: Shape | None, new: Shape | None) -> Iterator[Pair | Use]:
    """What stands inside on both sides; what may not be there at all has nothing to compare."""
    if old is not None and new is not None and _NEVER not in (old, new):
        yield from value_pairs(replace(spot, place=spot.place.inside(mark) if mark else spot.place), old, new)


def _items(spot: Spot, was: TupleOf, now: TupleOf) -> Iterator[Pair | Use]:
    """The items by place; where one side says nothing of a place, what it says of all further ones."""
    rest = was.rest or _ANYTHING, now.rest or _ANYTHING
    for number, (old, new) in enumerate(zip_longest(was.items, now.items)):
        yield from _below(spot, f"[{number}]", old or rest[0], new or rest[1])
    yield from _below(spot, "[]", *rest)


def _fields(spot: Spot, was: Value, now: Value) -> Iterator[Pair | Use]:
    before, after = _by_name(was), _by_name(now)
    names = spot.sides.old.names.types, spot.sides.new.names.types
    holders = (names[0].get(was.model, ""), names[1].get(now.model, ""))
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        at = (old.origin if old else spot.at[0], new.origin if new else spot.at[1])
        inside = replace(spot, place=spot.place.property(name), at=at)
        yield FieldPair(spot.sides, inside.place, spot.direction, old, new, at, holders)
        if old and new and (is_seen(old, spot.direction) or is_seen(new, spot.direction)):
            yield from value_pairs(inside, old.shape, new.shape)


def _by_name(value: Value) -> dict[str, Field]:
    return {each.name: each for each in value.shape.fields} if isinstance(value.shape, Object) else {}

"""Shapes met: what several shapes all accept.

In: shapes, and the models by id. Out: one shape without `AllOf` at its top; `never` where no value is all of them.

Why a reference comes back where it can: a model's name says more than its content, so a model and what adds nothing to
it are that model.

Why what would need a name is not made: nothing stands at such a place that it could be named after. A property, an item
or a branch then is as its last part says, which accepts everything that all parts accept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal, TypeAlias

from specwright.ir import AllOf, Enum, ListOf, MapOf, Model, Object, Ref, Scalar, Shape, TupleOf, Union
from specwright.meet.objects import common, joined
from specwright.meet.scalars import NEVER, lost_values, met_constraints, met_values

__all__ = ["is_plain", "lost", "settled"]

_ANY = Scalar("any")
_What: TypeAlias = Literal["choice", "format", "limit", "name", "property", "value"]


def settled(shape: Shape, models: Mapping[str, Model]) -> Shape:
    """The shape with its `allOf` met, through references only where they have to be opened."""
    return _Meeting(models, frozenset()).settled(shape)


def lost(shape: AllOf, models: Mapping[str, Model]) -> tuple[_What, ...]:
    """What the parts say and what comes out does not; in the words of `ir.Loss`."""
    meeting = _Meeting(models, frozenset())
    impossible = meeting.settled(shape) == NEVER
    return ("value",) if impossible else tuple(sorted(meeting.losses))


@dataclass(frozen=True, slots=True)
class _Meeting:
    """`opened` are the models that are being read: inside itself a model adds nothing.

    `losses` grows; what is given up inside a model, or in a branch that cannot be, is not told here.
    """

    models: Mapping[str, Model]
    opened: frozenset[str]
    losses: set[_What] = field(default_factory=set[_What])

    def settled(self, shape: Shape) -> Shape:
        if not isinstance(shape, AllOf):
            return shape
        anything: Shape = _ANY
        return reduce(self.met, shape.parts, anything)

    def met(self, one: Shape, other: Shape) -> Shape:
        """What both accept; `other` is the later one."""
        if one in (other, _ANY):
            return other if isinstance(other, Ref) else self.settled(other)
        if other == _ANY:
            return one
        if isinstance(one, Ref) or isinstance(other, Ref):
            return self._through(one, other)
        if isinstance(one, AllOf) or isinstance(other, AllOf):
            return self.met(self.settled(one), self.settled(other))
        if isinstance(one, Union):
            return self._branches(one, other, turned=False)
        if isinstance(other, Union):
            return self._branches(other, one, turned=True)
        return self._plain(one, other)

    def _through(self, one: Shape, other: Shape) -> Shape:
        """A reference is opened, and closed again where its model is what comes out."""
        inner = replace(self, opened=self.opened | set(self._names(one)) | set(self._names(other)))
        first, second = self._open(one, inner), self._open(other, inner)
        if isinstance(one, Ref) and isinstance(other, Ref) and other.target in self._ancestors(one):
            return one  # the narrower one, although it is not the later
        found = inner.met(first, second)
        if isinstance(other, Ref) and found == second:
            return other
        return one if isinstance(one, Ref) and found == first else found

    def _open(self, shape: Shape, inner: _Meeting) -> Shape:
        """What a reference stands for, through any number of models that are only references."""
        seen = self.opened
        while isinstance(shape, Ref):
            if shape.target in seen:
                return _ANY
            seen |= {shape.target}
            shape = self.models[shape.target].shape
        return replace(inner, opened=inner.opened | seen, losses=set()).settled(shape)

    def _names(self, shape: Shape) -> Iterator[str]:
        if isinstance(shape, Ref):
            yield shape.target

    def _ancestors(self, ref: Ref) -> frozenset[str]:
        """The models that `allOf` builds this one upon."""
        found: set[str] = set()
        waiting = [ref.target]
        while waiting:
            shape = self.models[waiting.pop()].shape
            parts = shape.parts if isinstance(shape, AllOf) else (shape,)
            new = [each.target for each in parts if isinstance(each, Ref) and each.target not in found]
            found.update(new)
            waiting += new
        return frozenset(found)

    def _branches(self, union: Union, other: Shape, *, turned: bool) -> Shape:
        found: dict[Shape, _Meeting] = {}
        for each in union.branches:
            branch = replace(self, losses=set())
            found.setdefault(branch.met(other, each) if turned else branch.met(each, other), branch)
        kept = tuple(each for each in found if each != NEVER)
        if len(kept) <= 1 or not any(map(_is_nameless, kept)):
            self.losses.update(kind for each in kept for kind in found[each].losses)
        if len(kept) <= 1:
            return kept[0] if kept else NEVER
        if not any(map(_is_nameless, kept)):
            return replace(union, branches=kept)
        self.losses.add("choice")
        return common(other) if isinstance(other, Object) or not all(map(self._is_object, kept)) else MapOf(_ANY)

    def _is_object(self, shape: Shape) -> bool:
        return isinstance(self._open(shape, self), Object | MapOf)

    def _nested(self, one: Shape, other: Shape) -> Shape:
        inside = replace(self, losses=set())
        found = inside.met(one, other)
        if _is_nameless(found) or found == NEVER:
            self.losses.add("property" if found == NEVER else "name")
            return other
        self.losses.update(inside.losses)
        return found

    def _plain(self, one: Shape, other: Shape) -> Shape:
        match one, other:
            case Object() | MapOf(), Object() | MapOf():
                return joined(one, other, self._nested)
            case Scalar() | Enum(), Scalar() | Enum():
                self.losses.update(lost_values(one, other))
                return met_values(one, other)
            case ListOf(), ListOf():
                item = self._nested(one.item, other.item)
                return ListOf(item, met_constraints(one.constraints, other.constraints))
            case (TupleOf() as items, ListOf() as plain) | (ListOf() as plain, TupleOf() as items):
                return replace(items, constraints=met_constraints(items.constraints, plain.constraints))
            case (ListOf() | TupleOf() as items, Scalar("any") as limits) | (
                Scalar("any") as limits,
                ListOf() | TupleOf() as items,
            ):
                return replace(items, constraints=met_constraints(items.constraints, limits.constraints))
            case (Scalar("any"), narrower) | (narrower, Scalar("any")):
                return narrower
            case Object(fields=(), extra=None), _:
                return other  # what only requires properties says nothing of other values
            case _, Object(fields=(), extra=None):
                return one
            case _:
                return NEVER


def is_plain(parts: Sequence[Shape]) -> bool:
    """Whether the parts meet without a model: values without structure, and at most one container of others."""
    holding = [each for each in parts if not isinstance(each, Scalar | Enum)]
    return len(holding) <= 1 and all(isinstance(each, ListOf | TupleOf | MapOf) for each in holding)


def _is_nameless(shape: Shape) -> bool:
    """Whether something in the shape would need a name, and has none."""
    match shape:
        case Object() | AllOf():
            return True
        case ListOf():
            return _is_nameless(shape.item)
        case MapOf():
            return _is_nameless(shape.value)
        case Union():
            return any(map(_is_nameless, shape.branches))
        case TupleOf():
            return any(map(_is_nameless, (*shape.items, *((shape.rest,) if shape.rest else ()))))
        case _:
            return False

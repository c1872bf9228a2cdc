"""Values: a shape as its users see it, so that two ways of writing one thing are one thing.

In: a shape and the models by id. Out: a `Value`: references followed, `allOf` met, `null` taken apart, a map read as an
object of further properties only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from specwright.flatten import whole_of
from specwright.ir import AllOf, Enum, ListOf, MapOf, Model, Object, Ref, Scalar, Shape, TupleOf, Union

__all__ = ["Value", "branches_of", "kind_of_value", "value_of"]

_NULL = Scalar("null")


@dataclass(frozen=True, slots=True)
class Value:
    """`shape` is no `allOf`, no map and no union with `null`; a reference only where the named type is a pair itself.

    `model` is the id of the last named type on the way, if there was one; `written` is what stands at the place.
    """

    shape: Shape
    nullable: bool
    model: str
    written: Shape


def value_of(shape: Shape, models: Mapping[str, Model]) -> Value:
    """The value behind a shape."""
    nullable, model, current = False, "", shape
    seen: set[str] = set()
    while True:
        match current:
            case Ref() if current.target not in seen:
                seen.add(current.target)
                model, current = current.target, models[current.target].shape
            case AllOf():
                current = whole_of(current, models)
            case MapOf():
                return Value(Object((), current.value), nullable, model, shape)
            case Union():
                branches = tuple(each for each in current.branches if each != _NULL)
                nullable = nullable or len(branches) < len(current.branches)
                if len(branches) != 1:
                    return Value(Union(branches, current.discriminator), nullable, model, shape)
                current = branches[0]
            case _:
                return Value(current, nullable, model, shape)


def branches_of(value: Value) -> tuple[Shape, ...]:
    """What a value may be: the branches of a union, else itself by its name if it has one."""
    if isinstance(value.shape, Union):
        return value.shape.branches
    return (Ref(value.model) if value.model else value.shape,)


def kind_of_value(shape: Shape) -> str:
    """What sort of value it is: its JSON type, `array`, `object`, `union`, or `reference` to a pair of its own."""
    match shape:
        case Scalar() | Enum():
            return shape.type
        case ListOf() | TupleOf():
            return "array"
        case Object() | MapOf():
            return "object"
        case Union() | AllOf():
            return "union"
        case Ref():
            return "reference"
        case _:
            assert_never(shape)

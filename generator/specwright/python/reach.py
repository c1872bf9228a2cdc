"""Reach: which models a version's package needs.

In: a version. Out: the ids of its components, and of whatever these and the operations use. A part that `allOf` has
swallowed into one object is used by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from specwright.flatten import whole_of
from specwright.ir import AllOf, Enum, ListOf, MapOf, Object, Operation, Ref, Scalar, Shape, TupleOf, Union
from specwright.names import is_component
from specwright.sdk import Version

__all__ = ["reachable", "shapes_of", "targets"]


def reachable(version: Version) -> frozenset[str]:
    """The ids of all models that the package holds."""
    models = version.models
    waiting = [model.id for model in version.api.models if is_component(model.id)]
    every = (*version.api.operations, *(each.operation for each in version.api.webhooks))
    used = (shape for operation in every for shape in shapes_of(operation))
    waiting.extend(each for shape in used for each in targets(shape))
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            shape = models[key].shape
            waiting.extend(targets(whole_of(shape, models)))
    return frozenset(found)


def shapes_of(operation: Operation) -> Iterator[Shape]:
    """Every shape that an operation sends or receives."""
    yield from (parameter.shape for parameter in operation.parameters)
    contents = [*(operation.body.contents if operation.body else ())]
    contents.extend(content for response in operation.responses for content in response.contents)
    yield from (content.shape for content in contents if content.shape)


def targets(shape: Shape) -> Iterator[str]:
    """The models that a shape uses directly."""
    match shape:
        case Scalar() | Enum():
            return
        case Ref():
            yield shape.target
        case ListOf():
            yield from targets(shape.item)
        case TupleOf():
            yield from (each for item in (*shape.items, shape.rest) if item for each in targets(item))
        case MapOf():
            yield from targets(shape.value)
        case Union():
            yield from (each for branch in shape.branches for each in targets(branch))
        case AllOf():
            yield from (each for part in shape.parts for each in targets(part))
        case Object():
            yield from (each for field in shape.fields for each in targets(field.shape))
            yield from targets(shape.extra) if shape.extra else ()
        case _:
            assert_never(shape)

"""Walking: what a contract says of the value at the end of a path.

In: a shape or an operation, and names from the outside in. Out: the shape there, `ANYTHING` where the contract leaves
it open, nothing where it has no such value.
"""

from __future__ import annotations

from specwright.build.paging.shapes import Models, behind
from specwright.flatten import as_object
from specwright.ir import Enum, MapOf, Operation, Scalar, Shape, Union
from specwright.media import kind_of, preferred
from specwright.rules import Expression

__all__ = ["ANYTHING", "in_answer", "in_request"]

ANYTHING = Scalar("any")


def in_answer(shape: Shape, path: tuple[str, ...], models: Models) -> Shape | None:
    """What stands inside a value; a single value of a few known ones is told by its type."""
    found = behind(shape, models)
    if not path:
        return Scalar(found.type) if isinstance(found, Enum) else found
    match found:
        case Scalar("any"):
            return ANYTHING
        case MapOf():
            return in_answer(found.value, path[1:], models)
        case Union():
            branches = (in_answer(branch, path, models) for branch in found.branches)
            return next((branch for branch in branches if branch), None)
        case _:
            return _in_object(found, path, models)


def in_request(operation: Operation, expression: Expression, models: Models) -> Shape | None:
    """What a request has at the place of an expression."""
    if expression.location == "body":
        contents = preferred(operation.body.contents)[:1] if operation.body else ()
        shapes = [each.shape or ANYTHING for each in contents if kind_of(each) == "json"]
        return in_answer(shapes[0], expression.path, models) if shapes else None
    name, *inside = expression.path
    for parameter in operation.parameters:
        if parameter.location == expression.location and parameter.name == name:
            return in_answer(parameter.shape, tuple(inside), models)
    return None


def _in_object(shape: Shape, path: tuple[str, ...], models: Models) -> Shape | None:
    whole = as_object(shape, models)
    if whole is None:
        return None
    named = next((field for field in whole.fields if field.name == path[0]), None)
    if named:
        return in_answer(named.shape, path[1:], models)
    open_to = whole.extra
    return in_answer(open_to, path[1:], models) if open_to and open_to != Scalar("never") else None

"""Shapes: what a listing's answers and requests hold, by the names that lead there.

In: an operation and the models by id. Out: the page, its lists, and each single value (`Leaf`) with its path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.flatten import as_object, final
from specwright.ir import (
    Content,
    Field,
    JsonText,
    ListOf,
    MapOf,
    Model,
    Operation,
    Parameter,
    Ref,
    Scalar,
    Shape,
    Union,
)
from specwright.media import kind_of, preferred

__all__ = ["Leaf", "Models", "behind", "leaves", "page_of", "plain", "scalar", "sent"]

Models = Mapping[str, Model]
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: its wire names from the outside in, and what the contract says of it."""

    location: str
    path: tuple[str, ...]
    shape: Shape
    default: JsonText | None = None
    description: str = ""
    example: JsonText | None = None

    @property
    def last(self) -> str:
        """Its own name, in plain letters."""
        return plain(self.path[-1])

    @property
    def holder(self) -> str:
        """The name of what holds it."""
        return plain(self.path[-2]) if len(self.path) > 1 else ""


def plain(name: str) -> str:
    """A name in small letters and digits: `next_cursor`, `nextCursor` and `next-cursor` are one."""
    return "".join(sign for sign in name.lower() if sign.isalnum())


def page_of(operation: Operation) -> Shape | None:
    """What a good answer holds, where all that hold anything hold the same."""
    good = [each for each in operation.responses if each.status.startswith("2")]
    chosen = good or [each for each in operation.responses if each.status == "default"]
    contents = [content for each in chosen for content in preferred(each.contents)[:1]]
    shapes = {content.shape for content in contents}
    return contents[0].shape if len(shapes) == 1 and all(kind_of(each) == "json" for each in contents) else None


def behind(shape: Shape, models: Models) -> Shape:
    """The shape itself, through references and beside `null`."""
    match shape:
        case Ref():
            return behind(models[final(shape.target, models)].shape, models)
        case Union((inner, Scalar("null"))):
            return behind(inner, models)
        case _:
            return shape


def scalar(shape: Shape, models: Models) -> Scalar | None:
    """The single value behind a shape."""
    found = behind(shape, models)
    return found if isinstance(found, Scalar) else None


def leaves(shape: Shape, models: Models, location: str = "body", depth: int = _DEPTH) -> Iterator[Leaf]:
    """Everything inside objects that is no object itself, the nearest first."""
    fields = _fields(shape, models)
    inner = [(field, _fields(field.shape, models)) for field in fields]
    for field, below in inner:
        if not below:
            yield Leaf(location, (field.name,), field.shape, field.default, field.description, field.example)
    for field, below in inner:
        if below and depth > 1:
            for leaf in leaves(field.shape, models, location, depth - 1):
                path = (field.name, *leaf.path)
                yield Leaf(location, path, leaf.shape, leaf.default, leaf.description, leaf.example)


def sent(operation: Operation, models: Models) -> tuple[Leaf, ...]:
    """What a request may say in its query and in a JSON body."""
    found: list[Leaf] = []
    for each in operation.parameters:
        if each.location == "query":
            found += _parameter(each, models)
    content = _json_body(operation)
    if content and content.shape:
        found += leaves(content.shape, models, "body", 2)
    return tuple(found)


def _parameter(parameter: Parameter, models: Models) -> Iterator[Leaf]:
    below = list(leaves(parameter.shape, models, parameter.location, 1))
    for leaf in below:
        yield Leaf(leaf.location, (parameter.name, *leaf.path), leaf.shape, leaf.default, leaf.description)
    if not below:
        yield Leaf(parameter.location, (parameter.name,), parameter.shape, parameter.default, parameter.description)


def _json_body(operation: Operation) -> Content | None:
    contents = preferred(operation.body.contents) if operation.body else ()
    return contents[0] if contents and kind_of(contents[0]) == "json" else None


def _fields(shape: Shape, models: Models) -> tuple[Field, ...]:
    found = behind(shape, models)
    whole = None if isinstance(found, ListOf | MapOf) else as_object(found, models)
    return whole.fields if whole else ()

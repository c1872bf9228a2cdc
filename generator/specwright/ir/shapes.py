"""Shapes: what a value may be, and the models that have a place of their own.

In: nothing. Out: the frozen values that schemas become. A place of use holds a `Shape`; whatever deserves a name is a
`Model`, and its uses are `Ref`s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.ir.words import JsonText, ScalarType
from specwright.problems import Origin

__all__ = [
    "AllOf", "Constraints", "Discriminator", "Enum", "Field", "ListOf", "Loss", "MapOf", "Model", "Object", "Ref",
    "Scalar", "Shape", "TupleOf", "Union",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a value must satisfy beyond its type; numbers as the specification wrote them."""

    minimum: float | int | None = None
    maximum: float | int | None = None
    exclusive_minimum: float | int | None = None
    exclusive_maximum: float | int | None = None
    multiple_of: float | int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False


@dataclass(frozen=True, slots=True)
class Scalar:
    """One JSON value without structure; `format` as written."""

    type: ScalarType
    format: str | None = None
    constraints: Constraints | None = None


@dataclass(frozen=True, slots=True)
class Enum:
    """A closed list of values in the specification's order, without repeats.

    `said` is what an extension of the specification (`x-enum-varnames`, `x-enum-descriptions`) says of values.
    """

    type: ScalarType
    values: tuple[JsonText, ...]
    said: tuple[tuple[JsonText, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array."""

    item: Shape
    constraints: Constraints | None = None


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A JSON array whose first items have a shape each; `rest` is that of the others, `never` where there are none.

    Without `rest` the specification says nothing of them. There may be fewer items than shapes, down to `min_items`.
    """

    items: tuple[Shape, ...]
    rest: Shape | None = None
    constraints: Constraints | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object whose keys are data."""

    value: Shape


@dataclass(frozen=True, slots=True)
class Ref:
    """A use of the `Model` that stands at `target` (`file#pointer`)."""

    target: str


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Which property tells the branches apart, and which value means which of them.

    `mapping` is whole: what the specification maps, what it leaves to the names of schemas, and constants of the
    property. A value that several branches may have stands there for each. A branch that is not in it may have any
    value. `inferred` if the specification names no property, but a constant tells the branches apart all the same.
    `base` is the branch that the others build upon, and `otherwise` the one that the specification names, for values
    that are not mapped.
    """

    property: str
    mapping: tuple[tuple[JsonText, str], ...] = ()
    inferred: bool = False
    base: str | None = None
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class Union:
    """Any of these; in the specification's order, `null` last."""

    branches: tuple[Shape, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of these at once, in the specification's order."""

    parts: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One property of an object; `name` is the name on the wire.

    `implied` if the schema does not require it, but a discriminator says which value it has.
    """

    name: str
    shape: Shape
    required: bool
    origin: Origin
    description: str = ""
    default: JsonText | None = None
    example: JsonText | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Object:
    """A JSON object with known properties; `extra` is the shape of the others, `never` where there may be none.

    Without `extra` the specification says nothing of them. `required` are names beyond the fields: inside `AllOf` they
    mean the fields of another part.
    """

    fields: tuple[Field, ...]
    extra: Shape | None = None
    required: tuple[str, ...] = ()


Shape: TypeAlias = Scalar | Enum | ListOf | TupleOf | MapOf | Ref | Union | AllOf | Object


@dataclass(frozen=True, slots=True)
class Model:
    """A schema with a place of its own: a component, or an inline object, enum or union.

    `home` is the document that it belongs to, where it stands in another file and several documents are one API.
    """

    origin: Origin
    shape: Shape
    description: str = ""
    title: str = ""
    example: JsonText | None = None
    deprecated: bool = False
    home: str = ""

    @property
    def id(self) -> str:
        """What a `Ref` to this model holds."""
        return f"{self.home}{self.origin.file}#{self.origin.pointer}"


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """What `allOf` at a place says and no shape holds.

    `value`: no value is all of the parts. `property`: no value of a property, an item or a further property is, so the
    last part says what it is. `name`: it would need a name, so the last part says what it is. `format`: different
    formats of one text. `limit`: different patterns or factors. `choice`: choices too many, or made of the schema
    itself, to be joined with the rest.
    """

    origin: Origin
    what: Literal["choice", "format", "limit", "name", "property", "value"]

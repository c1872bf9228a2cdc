"""Pairs: what stands on both sides for one thing, or on one side only.

In: nothing. Out: the frozen values that rules look at. Of each pair `old` or `new` may be missing, never both.

`sides` are the two versions whole, for names and for what references lead to; `at` is where each side stands, or where
the thing would stand. `direction` is what callers do with the value: `request` they send it, `response` they get it.
For a webhook it is the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from specwright.diff.places import Place
from specwright.diff.unread import Unread
from specwright.diff.values import Value
from specwright.ir import Body, Content, Field, Model, Operation, Parameter, Response, Scheme, Server, Webhook
from specwright.problems import Origin
from specwright.sdk import Version

# Every kind of pair is a contract with the rules, so this list is longer than elsewhere.
__all__ = [
    "ApiPair", "BodyPair", "ContentPair", "Direction", "FieldPair", "HeaderPair", "ModelPair", "OperationPair", "Pair",
    "ParameterPair", "ResponsePair", "SchemePair", "ServerPair", "ShapePair", "Sides", "WebhookPair",
]  # fmt: skip

Direction: TypeAlias = Literal["", "request", "response"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sides:
    """Two versions: what was, and what is; `unread` is what their documents say and the IR does not hold."""

    old: Version
    new: Version
    unread: tuple[Unread, Unread] = ({}, {})


@dataclass(frozen=True, slots=True)
class _Pair(Generic[T]):
    sides: Sides
    place: Place
    direction: Direction
    old: T | None
    new: T | None
    at: tuple[Origin | None, Origin | None]

    @property
    def both(self) -> tuple[T, T] | None:
        """The two sides where there are two: what came or went has no other side to differ from."""
        return (self.old, self.new) if self.old is not None and self.new is not None else None

    @property
    def gone(self) -> T | None:
        """The old side where there is no new one."""
        return self.old if self.new is None else None

    @property
    def come(self) -> T | None:
        """The new side where there was no old one."""
        return self.new if self.old is None else None


@dataclass(frozen=True, slots=True)
class _OfOperation(_Pair[T]):
    """A part of an operation; `of` is that operation, on both sides."""

    of: OperationPair


class ApiPair(_Pair[Version]):
    """The two versions themselves."""

    __slots__ = ()


class OperationPair(_Pair[Operation]):
    """An operation."""

    __slots__ = ()


class ParameterPair(_OfOperation[Parameter]):
    """A parameter of an operation."""

    __slots__ = ()


class BodyPair(_OfOperation[Body]):
    """What an operation accepts."""

    __slots__ = ()


class ResponsePair(_OfOperation[Response]):
    """What an operation answers with one status."""

    __slots__ = ()


class HeaderPair(_OfOperation[Parameter]):
    """A header of an answer."""

    __slots__ = ()


class ContentPair(_OfOperation[Content]):
    """One media type of a body or of an answer."""

    __slots__ = ()


class SchemePair(_Pair[Scheme]):
    """A way to authorize."""

    __slots__ = ()


class ServerPair(_Pair[Server]):
    """An address at which the API is, or an operation that has its own."""

    __slots__ = ()


class WebhookPair(_Pair[Webhook]):
    """A request that the API sends."""

    __slots__ = ()


class ModelPair(_Pair[Model]):
    """A named type where both sides have one at the same place; their names may differ."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class FieldPair(_Pair[Field]):
    """A property of an object; `holders` are what the two sides call its type, empty where that has no name."""

    holders: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ShapePair(_Pair[Value]):
    """A value at one place, on both sides; where both are named types, the use of them, and not what they hold.

    `as_text` if it travels as text, in a path or a query or a header, where `1` and `"1"` are one thing.
    """

    as_text: bool


Pair: TypeAlias = (
    ApiPair | OperationPair | ParameterPair | BodyPair | ResponsePair | HeaderPair | ContentPair | SchemePair
    | ServerPair | WebhookPair | ModelPair | FieldPair | ShapePair
)  # fmt: skip

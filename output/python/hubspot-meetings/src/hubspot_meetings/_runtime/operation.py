"""One operation of the contract, as data.

In: literals in the generated modules of resources. Out: frozen values that every other module of the runtime reads.

Why a type is a thunk: models load on first use, so naming an operation must not import them.
Why `Operation` compares by identity: it is the key of the per-client cache of prepared calls, looked up in every call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .turns import End, Turn

__all__ = ["Answer", "Body", "Content", "Encoding", "Operation", "Paging", "Parameter", "SchemeUse", "Security"]

T_co = TypeVar("T_co", covariant=True)

_Kind = Literal["json", "form", "multipart", "text", "binary", "events", "jsonlines"]
_Location = Literal["path", "query", "header", "cookie", "querystring"]


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """A security scheme that an alternative asks for, with the scopes that it asks of it."""

    scheme: str
    scopes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.scheme}[{', '.join(self.scopes)}]" if self.scopes else self.scheme


Security: TypeAlias = tuple[tuple[SchemeUse, ...], ...]
"""Alternatives in order of preference. `()` is open; an empty alternative, last, makes the rest optional."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """How one parameter is written on the wire. With `media_type` it is a document instead of a style.

    At `querystring` it is the whole query.
    """

    wire: str
    location: _Location
    style: str = "simple"
    explode: bool = False
    allow_reserved: bool = False
    media_type: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form is written: in a style as a query has them, or as a value of a media type."""

    property: str
    media_type: str | None = None
    style: str | None = None
    explode: bool = False
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A media type, what kind of bytes it is, and the type of the value in it (no type: a JSON value as it is).

    Of a form `files` are the properties that can be nothing but files.
    """

    media_type: str
    kind: _Kind
    type: Callable[[], object] | None = None
    encodings: tuple[Encoding, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """The media types that an operation takes, the preferred one first."""

    contents: tuple[Content, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes with a status: `"200"`, a range such as `"2XX"`, or `"default"`."""

    status: str
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class Paging:
    """How to get from one page to the next one: by `turn`, until it finds no next page or one of `ends` is met.

    `items` is the place of the items in the answer's body, empty where the body is the list. With `keyed` it is a map.
    """

    items: tuple[str, ...]
    turn: Turn
    ends: tuple[End, ...] = ()
    keyed: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Operation(Generic[T_co]):
    """Everything that the runtime knows about one operation; `T_co` is what a good answer holds."""

    id: str
    name: str
    method: str
    path: str
    security: Security = ()
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    answers: tuple[Answer, ...] = ()
    paging: Paging | None = None
    idempotency_header: str | None = None
    servers: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"

    @property
    def scopes(self) -> tuple[tuple[str, ...], ...]:
        """The sets of scopes of which any one suffices, in the order of `security`, each set once."""
        sets = (tuple(scope for use in uses for scope in use.scopes) for uses in self.security)
        return tuple(dict.fromkeys(sets))

"""Operations: what is asked and answered, and what an API sends by itself.

In: nothing. Out: the frozen values that operations, webhooks, servers and tags become.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from specwright.ir.paging import Paging
from specwright.ir.security import Entitlement, Security
from specwright.ir.shapes import Shape
from specwright.ir.words import JsonText, Location
from specwright.problems import Origin

__all__ = [
    "Body", "Content", "Encoding", "Operation", "Parameter", "Response", "Server", "ServerVariable", "Tag",
    "Telling", "Webhook",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter, its style settled to what the specification's defaults make it."""

    name: str
    location: Location
    shape: Shape
    required: bool
    style: str
    explode: bool
    origin: Origin
    allow_reserved: bool = False
    media_type: str | None = None
    description: str = ""
    default: JsonText | None = None
    example: JsonText | None = None
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body is written: in a style as a query has them, or by a media type.

    `headers` are names of header fields that the part may have.
    """

    property: str
    media_type: str | None = None
    style: str | None = None
    explode: bool = False
    allow_reserved: bool = False
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """One media type of a body; `shape` is absent where the specification has no schema.

    Where the media type is a sequence (JSON lines, server-sent events), `shape` is that of one item.
    """

    media_type: str
    shape: Shape | None
    encodings: tuple[Encoding, ...] = ()
    example: JsonText | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What an operation accepts, in order of media types."""

    contents: tuple[Content, ...]
    required: bool
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What an operation answers with one status (`200`, `2XX`, `default`)."""

    status: str
    contents: tuple[Content, ...]
    headers: tuple[Parameter, ...]
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of a server's address that its user may choose, from `values` alone where there are any; all are texts."""

    name: str
    default: JsonText | None = None
    values: tuple[JsonText, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL with its variables filled in by their defaults; `template` has them in braces, if there are any."""

    url: str
    description: str = ""
    template: str = ""
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and what the specification says of it."""

    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path, with everything it inherits settled."""

    id: str
    method: str
    path: str
    origin: Origin
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: Security
    tags: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    servers: tuple[Server, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    paging: Paging | None = None
    deprecated: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others; a place does not, as two paths may refer to one path item."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API sends: a webhook, or the callback that one operation registers.

    `operation` is what arrives and how it may be answered; its path is the webhook's name, or the callback's address
    as a runtime expression. `registered_by` is the key of the operation that asks for it; a webhook has none.
    """

    name: str
    operation: Operation
    registered_by: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return " > ".join(part for part in (self.registered_by, self.name, self.operation.key) if part)


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells the webhooks of a document apart: a header or a property of the payload, and the
    values that mark each one, with its key.
    """

    location: Literal["header", "body"]
    name: str
    marks: tuple[tuple[str, str], ...]

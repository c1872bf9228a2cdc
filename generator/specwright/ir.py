"""The intermediate representation: one API in spec terms, for every target and for generators in other languages.

In: nothing. Out: frozen values, built by `build`, read by `name` and by each target's plan.

What holds of every value here:
- Nothing points back at the specification's data. An `Origin` says where a thing stood, for problems and for names.
- A schema that deserves a name (an object, an enum, a union, and every component) is a `Model`, identified by its
  origin's pointer; a use of it is a `Ref`. So a `Shape` at a place of use is small, and recursion is no special case.
- `null` is a branch of a `Union`, never a flag.
- It is canonical: what a specification may list in any order (keys of any object, scopes, alternatives, tags,
  `required`) is sorted here; an array whose order means something (parameters, enum values, union branches) keeps it.

Why properties are sorted by name too: they are keys of a JSON object, and vendors' tools reorder those from one
release to the next. What reads best (required first) is for each target to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.problems import Origin

# Every name of the IR is its contract, so this list is longer than elsewhere.
__all__ = [
    "AllOf", "Api", "ApiKey", "Body", "Constraints", "Content", "Cursor", "Discriminator", "EmptyPage", "Encoding",
    "End", "Entitlement", "Enum", "Field", "Flag", "Flow", "Http", "JsonText", "LastItem", "LinkHeader", "ListOf",
    "Location", "Loss", "MapOf", "Model", "MutualTls", "NextUrl", "OAuth2", "Object", "Offset", "OpenId", "Operation",
    "Origin", "PageNumber", "Paging", "Parameter", "Place", "Ref", "Response", "Scalar", "ScalarType", "Scheme",
    "SchemeUse", "Security", "Server", "ServerVariable", "Shape", "Tag", "Telling", "TotalItems", "TotalPages",
    "TupleOf", "Turn", "Union", "Webhook",
]  # fmt: skip

JsonText: TypeAlias = str
"""Any JSON value, as its canonical text: a value stays frozen and hashable, and `1`, `1.0` and `true` stay apart."""

ScalarType = Literal["string", "integer", "number", "boolean", "null", "any", "never"]
Location = Literal["path", "query", "header", "cookie", "querystring"]


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
class Flow:
    """One OAuth2 flow and the scopes it declares, with what they are for."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key in a header, the query or a cookie."""

    name: str
    location: Location
    key: str
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class Http:
    """HTTP authentication: `basic`, `bearer`, or a scheme by its registered name."""

    name: str
    scheme: str
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class OAuth2:
    """OAuth 2.0 with its flows."""

    name: str
    flows: tuple[Flow, ...]
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class OpenId:
    """OpenID Connect discovery."""

    name: str
    url: str
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class MutualTls:
    """A client certificate."""

    name: str
    origin: Origin
    description: str = ""


Scheme: TypeAlias = ApiKey | Http | OAuth2 | OpenId | MutualTls


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """A scheme and the scopes that one use of it needs, sorted."""

    scheme: str
    scopes: tuple[str, ...] = ()


Security: TypeAlias = tuple[tuple[SchemeUse, ...], ...]
"""Alternatives, any one of which is enough; each is a tuple of uses, all of which it needs. `()` is open, `((),)`
optional."""


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What a caller's account must have beyond scopes, such as a product's tier."""

    kind: str
    name: str
    level: str
    origin: Origin
    label: str = ""
    level_label: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One value of a request or of an answer: where it travels, and its wire names from the outside in.

    The first name is the parameter's or the header's; in a body all are properties.
    """

    location: Literal["path", "query", "header", "body"]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cursor:
    """The answer names the next page at `next`, and the next request says so at `into`; no name, no next page."""

    into: Place
    next: Place


@dataclass(frozen=True, slots=True)
class LastItem:
    """The next request says at `into` what the page's last item holds at `key`."""

    into: Place
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offset:
    """The next request says at `into` how many items came before it; the very first item is number `first`."""

    into: Place
    first: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The next request says at `into` the number of its page; the very first page is number `first`."""

    into: Place
    first: int


@dataclass(frozen=True, slots=True)
class NextUrl:
    """The answer holds at `next` the address of the next page, absolute or relative to its own; none, no next page."""

    next: Place


@dataclass(frozen=True, slots=True)
class LinkHeader:
    """The answer has a `Link` header whose relation `next` is the address of the next page; none, no next page."""


Turn: TypeAlias = Cursor | LastItem | Offset | PageNumber | NextUrl | LinkHeader


@dataclass(frozen=True, slots=True)
class Flag:
    """The boolean at `place` of an answer is `last` on the last page."""

    place: Place
    last: bool


@dataclass(frozen=True, slots=True)
class TotalItems:
    """The number at `place` of an answer is how many items all pages have together."""

    place: Place


@dataclass(frozen=True, slots=True)
class TotalPages:
    """The number at `place` of an answer is how many pages there are."""

    place: Place


@dataclass(frozen=True, slots=True)
class EmptyPage:
    """A page without items is the last one; elsewhere such a page may have a next one."""


End: TypeAlias = Flag | TotalItems | TotalPages | EmptyPage


@dataclass(frozen=True, slots=True)
class Paging:
    """How a listing goes on: `turn` leads to the next page until it names none, or until one of `ends` is met.

    `items` are the names that lead from an answer's body to its items, none where the body itself is the list. `keyed`
    items are the values of a map, and their keys belong to them.
    """

    items: tuple[str, ...]
    item: Shape
    page: Shape
    turn: Turn
    ends: tuple[End, ...] = ()
    keyed: bool = False


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


@dataclass(frozen=True, slots=True)
class Api:
    """One document: operations by path and method, models by their place; webhooks by name, then callbacks."""

    title: str
    version: str
    origin: Origin
    servers: tuple[Server, ...]
    schemes: tuple[Scheme, ...]
    operations: tuple[Operation, ...]
    models: tuple[Model, ...]
    tags: tuple[Tag, ...] = ()
    description: str = ""
    entitlements: tuple[Entitlement, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    told_by: Telling | None = None
    losses: tuple[Loss, ...] = ()

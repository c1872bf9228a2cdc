"""The intermediate representation: one API in spec terms, for every target and for generators in other languages.

In: nothing. Out: frozen values, built by `build`, read by `name` and by each target's plan.

What holds of every value here:
- Nothing points back at the specification's data. An `Origin` says where a thing stood, for problems and for names.
- A schema that deserves a name (an object, an enum, a union, and every component) is a `Model`, identified by its
  origin's pointer; a use of it is a `Ref`. So a `Shape` at a place of use is small, and recursion is no special case.
- `null` is a branch of a `Union`, never a flag.
- It is canonical: what a specification may list in any order (keys of any object, scopes, alternatives, tags,
  `required`) is sorted here; an array whose order means something (parameters, enum values, union branches) keeps it.

The rooms: `words`, `shapes` (schemas), `security`, `paging`, `operations`. Everything is imported from here.

Why rooms and not one module: ways of paging and of proving who calls have grown to vocabularies of their own, and
nobody read all of it in one sitting any more.

Why properties are sorted by name too: they are keys of a JSON object, and vendors' tools reorder those from one
release to the next. What reads best (required first) is for each target to decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from specwright.ir.operations import (
    Body,
    Content,
    Encoding,
    Operation,
    Parameter,
    Response,
    Server,
    ServerVariable,
    Tag,
    Telling,
    Webhook,
)
from specwright.ir.paging import (
    Cursor,
    EmptyPage,
    End,
    Flag,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Paging,
    Place,
    TotalItems,
    TotalPages,
    Turn,
)
from specwright.ir.security import (
    ApiKey,
    Entitlement,
    Flow,
    Http,
    MutualTls,
    OAuth2,
    OpenId,
    Scheme,
    SchemeUse,
    Security,
)
from specwright.ir.shapes import (
    AllOf,
    Constraints,
    Discriminator,
    Enum,
    Field,
    ListOf,
    Loss,
    MapOf,
    Model,
    Object,
    Ref,
    Scalar,
    Shape,
    TupleOf,
    Union,
)
from specwright.ir.words import JsonText, Location, ScalarType
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

"""Rules: what the configuration says of a vendor's extensions, webhooks and pages, and of changes.

In: nothing. Out: frozen values that `config` reads and `build` follows. They stand alone so that reading a
configuration does not import the stages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from specwright.problems import Origin, Position

__all__ = [
    "Accepted",
    "DiffRules",
    "EntitlementRule",
    "Expression",
    "Level",
    "LevelRule",
    "PagingKind",
    "PagingRule",
    "SignatureRule",
]  # fmt: skip

Level: TypeAlias = Literal["breaking", "additive", "docs", "internal"]
"""What a change is to those who call an API."""

PagingKind = Literal["cursor", "last-item", "offset", "page", "next-url", "link-header", "none"]


@dataclass(frozen=True, slots=True)
class EntitlementRule:
    """An extension (`x-…`), the kind of entitlement that it states, and the labels of its names and levels."""

    extension: str
    kind: str
    names: tuple[tuple[str, str], ...] = ()
    levels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureRule:
    """How an API signs its webhooks: a scheme by name, and settings of it in the order of the configuration's keys."""

    scheme: str
    settings: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """A runtime expression of OpenAPI (`$response.body#/meta/next`): whose value it is, where it travels, its names."""

    text: str
    side: Literal["request", "response"]
    location: Literal["path", "query", "header", "body"]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PagingRule:
    """A `[[sdk.paging]]`: which operations it is about, and how these are paged; named as its settings are.

    `position` is where it stands in the file; it decides no output, so it is not told.
    """

    origin: Origin
    position: Position = field(repr=False)
    operations: tuple[str, ...]
    kind: PagingKind
    parameters: tuple[str, ...] = ()
    send: Expression | None = None
    next: Expression | None = None
    items: Expression | None = None
    id: tuple[str, ...] = ("id",)
    first: int | None = None
    more: Expression | None = None
    last: Expression | None = None
    total_items: Expression | None = None
    total_pages: Expression | None = None
    empty_page_ends: bool = False


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A `[[diff.rule]]`: the level of what a rule of the comparison finds, by the direction that a value travels in.

    `None` leaves the rule its own.
    """

    origin: Origin
    position: Position = field(repr=False)
    code: str
    request: Level | None
    response: Level | None
    other: Level | None
    reason: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A `[[diff.accept]]`: one change by its id, and why it is no trouble."""

    origin: Origin
    position: Position = field(repr=False)
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class DiffRules:
    """What the configuration says of changes."""

    levels: tuple[LevelRule, ...] = ()
    accepted: tuple[Accepted, ...] = ()

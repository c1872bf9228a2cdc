"""Views: what the templates of pages print, decided to the last word. Text is raw; templates pass it through their
filters.
"""

from __future__ import annotations

from dataclasses import dataclass

from specwright.docs.comparison import Change
from specwright.docs.tables import Row, Table
from specwright.i18n import Said

__all__ = [
    "AnswerView", "AuthPage", "BodyView", "CallChange", "ChangelogEntry", "ChangelogPage", "ErrorView", "IndexPage",
    "LinkView", "MatrixPage", "MigrationPage", "OperationPage", "ProductView", "RenamedView", "SchemeView", "ScopeSet",
    "Section", "WebhookPage",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to another page, and what is said beside it."""

    title: Said
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product and the tier of it that is needed."""

    name: str
    tier: Said


@dataclass(frozen=True, slots=True)
class ScopeSet:
    """Ways to call that differ in scope alone: the credentials, and alternatives of which any one is enough."""

    credentials: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...]
    lead: str
    folded: str


@dataclass(frozen=True, slots=True)
class SchemeView:
    """How one scheme's credential is sent, and the page that tells more."""

    name: str
    kind: str
    place: str
    said: Said
    argument: str
    variable: str
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """The parameters of one location."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """One media type of a body: its type, its properties where it has some, the argument of a call that chooses it."""

    media_type: str
    type: str
    table: Table | None
    sample: str
    choice: str = ""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one status brings."""

    status: str
    title: str
    said: Said
    headers: tuple[Row, ...]
    contents: tuple[BodyView, ...]


@dataclass(frozen=True, slots=True)
class ErrorView:
    """What a status that is no success raises in the SDK, and what it means."""

    status: str
    exception: str
    said: Said


@dataclass(frozen=True, slots=True)
class RenamedView:
    """A name of before that still works, the one of today, and the release that brought it."""

    old: str
    new: str
    since: str


@dataclass(frozen=True, slots=True)
class OperationPage:
    """One operation's page."""

    path: str
    title: Said
    said: Said
    method: str
    route: str
    call: str
    version: str
    languages: tuple[LinkView, ...]
    versions: tuple[LinkView, ...]
    up: str
    products: tuple[ProductView, ...]
    scopes: tuple[ScopeSet, ...]
    schemes: tuple[SchemeView, ...]
    sections: tuple[Section, ...]
    body_said: Said
    body_required: bool
    bodies: tuple[BodyView, ...]
    answers: tuple[AnswerView, ...]
    errors: tuple[ErrorView, ...]
    repeats: bool
    callbacks: tuple[LinkView, ...]
    curl: str
    program: str
    async_program: str
    slice: str
    deprecated: bool
    foreign: int
    renamed: tuple[RenamedView, ...] = ()


@dataclass(frozen=True, slots=True)
class WebhookPage:
    """The page of a webhook or a callback; `notes` are sentences about the sample, Markdown already."""

    path: str
    title: Said
    said: Said
    sent: str
    address: str
    registered_by: LinkView | None
    call: str
    version: str
    languages: tuple[LinkView, ...]
    versions: tuple[LinkView, ...]
    up: str
    sections: tuple[Section, ...]
    body_said: Said
    bodies: tuple[BodyView, ...]
    notes: tuple[str, ...]
    program: str
    answers: tuple[AnswerView, ...]
    slice: str
    deprecated: bool
    foreign: int
    renamed: tuple[RenamedView, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A version's index, or a language's."""

    path: str
    title: str
    said: Said
    version: str
    languages: tuple[LinkView, ...]
    groups: tuple[tuple[str, tuple[LinkView, ...]], ...]
    foreign: int


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """Scopes and the operations that each is enough for."""

    path: str
    up: str
    version: str
    operations: tuple[LinkView, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    languages: tuple[LinkView, ...]
    foreign: int


@dataclass(frozen=True, slots=True)
class AuthPage:
    """One security scheme's page."""

    path: str
    up: str
    scheme: SchemeView
    flows: tuple[tuple[str, str], ...]
    scopes: tuple[tuple[str, Said], ...]
    operations: tuple[LinkView, ...]
    languages: tuple[LinkView, ...]
    version: str
    foreign: int


@dataclass(frozen=True, slots=True)
class CallChange:
    """A call before and after; `after` is empty where the operation is gone."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MigrationPage:
    """All changes between two versions."""

    path: str
    up: str
    old: str
    new: str
    added: tuple[LinkView, ...]
    removed: tuple[LinkView, ...]
    gone: tuple[CallChange, ...]
    changed: tuple[Change, ...]
    calls: tuple[CallChange, ...]
    security: tuple[Change, ...]
    models: tuple[Change, ...]
    before: str
    after: str
    languages: tuple[LinkView, ...]
    version: str
    foreign: int


@dataclass(frozen=True, slots=True)
class ChangelogEntry:
    """A version, the page that leads to it from the one before, and how many changes there are of each sort."""

    version: LinkView
    move: LinkView | None
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ChangelogPage:
    """The versions, the newest first."""

    path: str
    up: str
    entries: tuple[ChangelogEntry, ...]
    languages: tuple[LinkView, ...]
    foreign: int

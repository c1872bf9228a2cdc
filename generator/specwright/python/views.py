"""Views: what the Python templates print, decided to the last word.

In: nothing. Out: frozen values of text and lists of text; a template chooses nothing but where they go.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "AnswerView", "Argument", "ChildView", "ClassView", "ClientView", "ContentView", "Credential", "EncodingView",
    "FormerView", "Home",
    "MethodView", "ModelsView", "OperationView", "PackageView", "PagingView", "ParameterView", "ReceiverGroup",
    "ReceiverView", "Renamed", "ResourceView", "Sample", "SchemeView", "Sent", "ServerView", "Signature", "UseView",
    "VersionView", "WebhooksView",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a method: its name in Python, its type, whether a call may leave it out, and what it is then."""

    name: str
    annotation: str
    required: bool
    doc: str
    default: str = "UNSET"


@dataclass(frozen=True, slots=True)
class Sent:
    """Where an argument goes: a keyword of `call` (`query`), and the wire names with the arguments behind them."""

    keyword: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """One way to call a method, beside the arguments that may be given by position."""

    keywords: tuple[Argument, ...]
    returns: str
    positional: tuple[Argument, ...] = ()
    deprecated: str = ""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name of before, the one of today, and what a user of the old one is told."""

    old: str
    new: str
    message: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """One method of a resource; `define` and `wait` make it synchronous or not.

    `overloads` are its signatures where it has several; `is_mixed` says that some of them take a whole body and others
    its properties; `cast` is the type of a result that the call cannot know; `renamed` are arguments that it takes by
    names of before too.
    """

    name: str
    operation: str
    define: str
    wait: str
    call: str
    returns: str
    doc: str
    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    sent: tuple[Sent, ...]
    body: str
    is_mixed: bool
    chosen: tuple[str, ...]
    overloads: tuple[Signature, ...]
    cast: str
    deprecated: str
    renamed: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True)
class FormerView:
    """A method under a name of before: the same signature, and the steps from the client to where it is today."""

    name: str
    method: MethodView
    steps: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class EncodingView:
    """How one property of a form is written."""

    property: str
    media_type: str | None
    style: str | None
    explode: bool
    allow_reserved: bool


@dataclass(frozen=True, slots=True)
class ContentView:
    """One media type of a body or an answer."""

    media_type: str
    kind: str
    type: str
    encodings: tuple[EncodingView, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParameterView:
    """How one parameter is written on the wire."""

    wire: str
    location: str
    style: str
    explode: bool
    allow_reserved: bool
    media_type: str | None
    required: bool


@dataclass(frozen=True, slots=True)
class PagingView:
    """How the next page is asked for; `turn` and `ends` are values of the runtime, as Python writes them."""

    items: tuple[str, ...]
    keyed: bool
    turn: str
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one status brings."""

    status: str
    contents: tuple[ContentView, ...]


@dataclass(frozen=True, slots=True)
class UseView:
    """One scheme that an alternative needs."""

    scheme: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as data for the runtime."""

    variable: str
    type: str
    id: str
    name: str
    method: str
    path: str
    security: tuple[tuple[UseView, ...], ...]
    parameters: tuple[ParameterView, ...]
    body: tuple[ContentView, ...]
    body_required: bool
    answers: tuple[AnswerView, ...]
    paging: PagingView | None
    idempotency_header: str | None
    servers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below a client or a resource."""

    attribute: str
    class_name: str
    module: str
    doc: str


@dataclass(frozen=True, slots=True)
class ClassView:
    """One class of a resource or a client, for one of the two ways of calling."""

    name: str
    base: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    former: tuple[FormerView, ...] = ()


@dataclass(frozen=True, slots=True)
class ResourceView:
    """One module: a resource for the synchronous client and one for the asynchronous, and its operations."""

    path: str
    doc: str
    dots: str
    root: str
    types: tuple[tuple[str, str], ...]
    classes: tuple[ClassView, ...]
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True)
class SchemeView:
    """One security scheme as data for the runtime."""

    name: str
    kind: str
    key: str | None
    parameter: str
    token_url: str | None


@dataclass(frozen=True, slots=True)
class Credential:
    """One argument of the client that takes a credential."""

    name: str
    annotation: str
    doc: str


@dataclass(frozen=True, slots=True)
class ServerView:
    """An address with parts to choose: each argument with its default (empty for none), and the pieces in order."""

    template: str
    arguments: tuple[tuple[Argument, str], ...]
    pieces: str
    is_chosen: bool
    sample: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """The clients of one version."""

    path: str
    root: str
    doc: str
    title: str
    version: str
    package: str
    user_agent: str
    base_url: str
    client_auth: str
    schemes: tuple[SchemeView, ...]
    credentials: tuple[Credential, ...]
    types: tuple[tuple[str, str], ...]
    classes: tuple[ClassView, ...]
    server: ServerView | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """A module of models, relative to the one that shows them, and the names that live there."""

    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelsView:
    """The module that shows one version's models, each loaded from its home on first use.

    `spaces` are the modules below it, one for each document, where a version has several; `public` is all it shows.
    """

    path: str
    root: str
    doc: str
    homes: tuple[Home, ...]
    public: tuple[str, ...]
    spaces: tuple[str, ...] = ()
    former: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiverView:
    """One webhook or callback as data for the runtime."""

    name: str
    full: str
    type: str
    method: str
    contents: tuple[ContentView, ...]
    answers: tuple[str, ...]
    address: str
    doc: str


@dataclass(frozen=True, slots=True)
class ReceiverGroup:
    """A step of the way to callbacks: the class behind it, the steps below, and the callbacks of an operation."""

    name: str
    doc: str
    steps: tuple[tuple[str, str], ...]
    receivers: tuple[ReceiverView, ...]


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """The module of one version's webhooks, or of its callbacks.

    `kind` is the runtime's class for each, `scheme` how they are signed as Python writes it, and `choice` the location,
    name and marks by which webhooks are told apart.
    """

    path: str
    root: str
    dots: str
    doc: str
    kind: str
    scheme: str
    variable: str
    groups: tuple[ReceiverGroup, ...]
    steps: tuple[tuple[str, str], ...]
    receivers: tuple[ReceiverView, ...]
    choice: tuple[str, str, tuple[tuple[str, str], ...]] | None
    chosen: str
    names: tuple[str, ...]
    former: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version as the package and its README speak of it; `modules` are those of its webhooks and callbacks."""

    namespace: str
    version: str
    title: str
    modules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A call as a user would write it, and what it does."""

    title: str
    code: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A heading of a release, and lines of Markdown."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """What a release changed."""

    title: str
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class ChangelogView:
    """What the releases of a distribution changed."""

    distribution: str
    releases: tuple[ReleaseView, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """The whole distribution: its metadata, its versions, and a first sample."""

    distribution: str
    package: str
    version: str
    requires_python: str
    requirements: tuple[str, ...]
    title: str
    doc: str
    module: str
    home: str
    home_dot: str
    namespaces: tuple[str, ...]
    exports: tuple[str, ...]
    webhook_exports: tuple[str, ...]
    modules: tuple[str, ...]
    public: tuple[str, ...]
    line_length: int
    environment: str
    versions: tuple[VersionView, ...]
    default: str
    has_token_url: bool
    has_unions: bool
    credentials: tuple[Credential, ...]
    samples: tuple[Sample, ...]
    credential: str
    sample_imports: str
    first_imports: tuple[str, ...]
    first_sample: str
    first_call: str
    receiver: str
    server: ServerView | None = None

"""An operation prepared for one client: everything that is the same in each call, worked out once.

In: an operation, the API, the client's settings and credentials. Out: a frozen `Plan`, kept by the client.

Why: a call should cost little more than its bytes; which credential goes out, the fixed header fields and the address
do not change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from .answers import Answers
from .api import Api
from .authorize import Chosen, Proof, choose, is_secret, proof
from .credentials import Credential
from .errors import ConfigurationError
from .mistakes import in_base_url
from .operation import Answer, Content, Operation, Parameter
from .options import Settings

__all__ = ["Plan", "prepare"]

_LITERAL = "%/?&=:@!$'()*+,;~"
_REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"})


@dataclass(frozen=True, slots=True)
class Plan:
    """What `build` and `exchange` need of an operation. `pieces` alternates text and path parameters."""

    operation: Operation[object]
    api: Api
    settings: Settings
    base: str
    pieces: tuple[str | Parameter, ...]
    query: tuple[Parameter, ...]
    headers: tuple[Parameter, ...]
    cookies: tuple[Parameter, ...]
    fields: Mapping[str, tuple[str, str]]
    proofs: tuple[Proof, ...]
    sources: Chosen
    answers: Answers
    repeats: bool
    streams: bool


def prepare(operation: Operation[object], api: Api, settings: Settings, credentials: Mapping[str, Credential]) -> Plan:
    """Work out what no call changes; raises what makes every call of this operation fail."""
    chosen = choose(operation, api, credentials, settings.granted_scopes)
    fixed = tuple(proof(scheme, secret) for scheme, secret in chosen if is_secret(secret))
    own = operation.servers[0] if operation.servers else api.base_url
    base = own if settings.base_url is None else settings.base_url
    return Plan(
        operation=operation,
        api=api,
        settings=settings,
        base=_checked(base),
        pieces=_pieces(operation),
        query=(*_at(operation, "query"), *_at(operation, "querystring")),
        headers=_at(operation, "header"),
        cookies=_at(operation, "cookie"),
        fields=_fields(operation, api, settings),
        proofs=fixed,
        sources=tuple((scheme, secret) for scheme, secret in chosen if not is_secret(secret)),
        answers=Answers.of(operation),
        repeats=operation.method.upper() in _REPEATABLE or operation.idempotency_header is not None,
        streams=any(
            content.kind in {"events", "jsonlines"} for answer in _good(operation) for content in answer.contents
        ),
    )


def _checked(url: str) -> str:
    """The address without its last slash; the client's own is checked already, the document's is not."""
    words = in_base_url(url)
    if words is not None:
        raise ConfigurationError(words)
    return url.rstrip("/")


def _at(operation: Operation[object], location: str) -> tuple[Parameter, ...]:
    return tuple(parameter for parameter in operation.parameters if parameter.location == location)


def _pieces(operation: Operation[object]) -> tuple[str | Parameter, ...]:
    known = {parameter.wire: parameter for parameter in _at(operation, "path")}
    pieces: list[str | Parameter] = []
    # A fragment stays with the client; documents use one to tell operations of one address apart.
    rest = operation.path.partition("#")[0]
    while rest:
        text, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        pieces.append(quote(text, safe=_LITERAL))
        pieces += [known.get(name) or Parameter(name, "path", required=True)] if name else []
    return tuple(pieces)


def _fields(operation: Operation[object], api: Api, settings: Settings) -> dict[str, tuple[str, str]]:
    pairs = [("Accept", _accept(operation)), ("User-Agent", api.user_agent), *settings.headers.items()]
    return {name.lower(): (name, value) for name, value in pairs}


def _accept(operation: Operation[object]) -> str:
    """The media types of good answers, the preferred ones first; others at a low rank, for errors come as they like."""
    first = [_asked(content) for answer in _good(operation) for content in answer.contents[:1]]
    others = [f"{_asked(content)};q=0.5" for answer in _good(operation) for content in answer.contents[1:]]
    wanted = [name for name in first if name != "*/*"]
    wanted += [name for name in others if not name.startswith("*/*") and name.removesuffix(";q=0.5") not in first]
    return ", ".join([*dict.fromkeys(wanted), "*/*;q=0.1"]) if wanted else "*/*"


def _asked(content: Content) -> str:
    return "application/json" if "*" in content.media_type and content.kind == "json" else content.media_type


def _good(operation: Operation[object]) -> list[Answer]:
    """The answers that a call returns."""
    good = [answer for answer in operation.answers if answer.status[0] == "2"]
    return good or [answer for answer in operation.answers if answer.status == "default"]

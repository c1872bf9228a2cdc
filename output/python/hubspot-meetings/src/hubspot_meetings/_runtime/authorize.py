"""Which credential goes out with an operation, and where in the request it stands.

In: the operation's alternatives, the credentials, the granted scopes. Out: the pairs of scheme and credential to
send, or an error that names what would do; and, once a secret is at hand, the header, query pair or cookie that
carries it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeGuard

from .alternatives import alternatives_text, few
from .api import Api, Scheme
from .credentials import Credential
from .errors import ConfigurationError, MissingCredentialsError
from .headers import Headers
from .missing_scopes import MissingScopesError
from .operation import Operation, SchemeUse, Security
from .response import Response

__all__ = ["Chosen", "Proof", "choose", "is_secret", "proof"]

Chosen: TypeAlias = tuple[tuple[Scheme, Credential], ...]
Secret: TypeAlias = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Proof:
    """Where one secret stands in a request."""

    place: str
    name: str
    value: str


def choose(
    operation: Operation[object], api: Api, credentials: Mapping[str, Credential], granted: frozenset[str] | None
) -> Chosen:
    """The first alternative that the credentials and the granted scopes satisfy."""
    if not operation.security:
        return ()
    met = [(uses, chosen) for uses in operation.security if (chosen := _held(uses, api, credentials)) is not None]
    if not met:
        raise MissingCredentialsError(_missing_credentials(operation, api))
    for uses, chosen in met:
        if granted is None or all(granted.issuperset(use.scopes) for use in uses):
            return chosen
    raise _missing_scopes(operation, api, tuple(uses for uses, _ in met), granted or frozenset())


def proof(scheme: Scheme, secret: Secret) -> Proof:
    """The place of a secret, by the kind of its scheme; the transport would print what a header cannot carry."""
    made = _KINDS[scheme.kind](scheme, secret)
    if made.place == "header" and isinstance(secret, str) and not _fits_a_header(secret):
        raise ConfigurationError(f"{scheme.parameter} has a line break, a space at an end or no ASCII in it")
    return made


def _fits_a_header(text: str) -> bool:
    return text.isascii() and text.isprintable() and text == text.strip()


def is_secret(credential: Credential) -> TypeGuard[Secret]:
    """Whether this can be sent as it is; a token source has to be asked first."""
    return isinstance(credential, str | tuple)


def _held(uses: tuple[SchemeUse, ...], api: Api, credentials: Mapping[str, Credential]) -> Chosen | None:
    found: list[tuple[Scheme, Credential]] = []
    for use in uses:
        scheme = api.scheme(use.scheme)
        credential = None if scheme is None else credentials.get(scheme.parameter)
        if scheme is None or credential is None:
            return None
        found.append((scheme, credential))
    return tuple(found)


def _missing_credentials(operation: Operation[object], api: Api) -> str:
    ways: dict[str, None] = {}
    for uses in operation.security:
        schemes = [api.scheme(use.scheme) for use in uses]
        names = [
            f"{scheme.parameter}= (or {api.variable(scheme.parameter)})" for scheme in schemes if scheme is not None
        ]
        if names and len(names) == len(uses):
            ways[" and ".join(names)] = None
    return f"{operation.name} needs credentials; give the client {' or '.join(ways) or 'a scheme that it supports'}"


def _missing_scopes(
    operation: Operation[object], api: Api, alternatives: Security, granted: frozenset[str]
) -> MissingScopesError:
    would_do, have = alternatives_text(alternatives, api), few(sorted(granted)) or "none"
    message = f"{operation.name} lacks a scope. What would do: {would_do}. Granted: {have}. Nothing was sent"
    response: Response[object] = Response(None, 0, Headers(), b"", operation.name, operation.method, "")
    return MissingScopesError(message, response, alternatives, granted=granted, sent=False)


def _bearer(_scheme: Scheme, secret: Secret) -> Proof:
    return Proof("header", "Authorization", f"Bearer {_text(secret)}")


def _basic(scheme: Scheme, secret: Secret) -> Proof:
    if isinstance(secret, str):
        raise ConfigurationError(f"{scheme.parameter} must be a pair of user and password")
    return Proof("header", "Authorization", "Basic " + b64encode(":".join(secret).encode()).decode())


def _keyed(scheme: Scheme, secret: Secret) -> Proof:
    return Proof(scheme.kind, scheme.key, _text(secret))


def _text(secret: Secret) -> str:
    if isinstance(secret, str):
        return secret
    raise ConfigurationError("a pair of user and password serves HTTP basic authentication only")


_KINDS: Final[Mapping[str, Callable[[Scheme, Secret], Proof]]] = {
    "bearer": _bearer,
    "basic": _basic,
    "header": _keyed,
    "query": _keyed,
    "cookie": _keyed,
}

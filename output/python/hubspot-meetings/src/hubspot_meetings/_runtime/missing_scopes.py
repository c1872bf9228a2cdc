"""The error for credentials that lack a scope, and how servers say so.

In: an operation's alternatives, or an answer with status 403. Out: `MissingScopesError`, and the scopes that the
server named.

Why a table of shapes: each API words it differently; a new wording is one function and one line in `SHAPES`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias, cast

from .headers import Headers
from .operation import Security
from .response import Response
from .status_errors import PermissionDeniedError

__all__ = ["SHAPES", "MissingScopesError", "scopes_asked"]

_NAMING: Final = ("requiredGranularScopes", "requiredScopes", "missingScopes")

Shape: TypeAlias = Callable[[Headers, object], "tuple[str, ...] | None"]


class MissingScopesError(PermissionDeniedError):
    """The credentials lack a scope. `alternatives`: any one would do; `required`: what the server named.

    `granted` is what the client was told that it holds, `None` if nothing. Where that falls short, the error is raised
    before the network: then `sent` is false, `status` is 0, and `url`, `headers` and `content` are empty.
    """

    def __init__(
        self,
        message: str,
        response: Response[object],
        alternatives: Security,
        required: tuple[str, ...] = (),
        *,
        granted: frozenset[str] | None = None,
        sent: bool = True,
    ) -> None:
        super().__init__(message, response)
        self.alternatives = alternatives
        self.required = required
        self.granted = granted
        self.sent = sent


def scopes_asked(headers: Headers, body: object) -> tuple[str, ...] | None:
    """The scopes that a 403 asks for; `None` when it is about something else."""
    return next((found for shape in SHAPES if (found := shape(headers, body)) is not None), None)


def _challenge(headers: Headers, _body: object) -> tuple[str, ...] | None:
    """RFC 6750: `WWW-Authenticate: Bearer error="insufficient_scope", scope="a b"`."""
    challenge = headers.get("www-authenticate", "")
    if "insufficient_scope" not in challenge:
        return None
    _, _, scope = challenge.partition('scope="')
    return tuple(scope.partition('"')[0].split())


def _missing_scopes_category(_headers: Headers, body: object) -> tuple[str, ...] | None:
    """`{"category": "MISSING_SCOPES", "errors": [{"context": {"requiredGranularScopes": [...]}}]}`, or the like."""
    if not isinstance(body, dict):
        return None
    fields = cast("dict[str, object]", body)
    if fields.get("category") != "MISSING_SCOPES":
        return None
    errors = fields.get("errors")
    contexts = [_at(error, "context") for error in cast("list[object]", errors)] if isinstance(errors, list) else []
    places = [*contexts, fields.get("context")]
    named = [_at(place, key) for place in places for key in _NAMING]
    scopes = [scope for scopes in named if isinstance(scopes, list) for scope in cast("list[object]", scopes)]
    return tuple(dict.fromkeys(str(scope) for scope in scopes))


def _at(value: object, key: str) -> object:
    return cast("dict[str, object]", value).get(key) if isinstance(value, dict) else None


SHAPES: Final[tuple[Shape, ...]] = (_challenge, _missing_scopes_category)

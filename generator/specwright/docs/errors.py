"""Errors: what an operation that does not succeed raises in the SDK, by status.

In: an operation and a voice. Out: rows. What the document says of a status comes before what we say.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.docs.views import ErrorView
from specwright.i18n import Said, Voice
from specwright.ir import Operation, Response

__all__ = ["error_views", "repeats"]

_REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
_SECURED = frozenset({"AuthenticationError", "PermissionDeniedError"})


def error_views(operation: Operation, voice: Voice) -> tuple[ErrorView, ...]:
    """The errors of an operation, by status."""
    return tuple(
        ErrorView(status, exception, said)
        for status, exception, said in _rows(operation, voice)
        if exception not in _SECURED or operation.security
    )


def repeats(operation: Operation) -> bool:
    """Whether the SDK may send the call again by itself."""
    keyed = any(each.name.lower() == "idempotency-key" for each in operation.parameters if each.location == "header")
    return keyed or operation.method in _REPEATABLE


def _rows(operation: Operation, voice: Voice) -> Iterator[tuple[str, str, Said]]:
    """Status, exception and meaning; a status of the document that has no exception of its own comes last."""
    told = {each.status: each for each in operation.responses if each.status[:1] in "45"}
    for status, exception, meaning in _kinds(voice):
        if exception != "MissingScopesError" or any(use.scopes for uses in operation.security for use in uses):
            own = told.pop(status, None) if exception != "MissingScopesError" else None
            yield status, exception, _said(own, voice) if own else Said(meaning)
    for status, response in sorted(told.items()):
        yield status, "ServerError" if status.startswith("5") else "StatusError", _said(response, voice)


def _said(response: Response, voice: Voice) -> Said:
    return voice.say(response.description, response.origin, "description")


def _kinds(voice: Voice) -> tuple[tuple[str, str, str], ...]:
    """The errors that the SDK tells apart, and what each means."""
    return (
        ("400", "BadRequestError", voice("The request is malformed.")),
        ("401", "AuthenticationError", voice("The credentials are missing, wrong or expired.")),
        ("403", "MissingScopesError", voice("The credentials lack a scope. `.alternatives` says which would do.")),
        ("403", "PermissionDeniedError", voice("The credentials are good, and do not allow this.")),
        ("404", "NotFoundError", voice("There is nothing at this address.")),
        ("409", "ConflictError", voice("The request clashes with the present state.")),
        ("422", "UnprocessableError", voice("The request is well formed, and its content is not acceptable.")),
        ("429", "RateLimitError", voice("Too many requests. `.retry_after` says how long to wait.")),
        ("5XX", "ServerError", voice("The server failed.")),
    )

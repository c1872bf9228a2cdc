"""The table from a status to its error, and the words of it.

In: a plan and the answer that failed. Out: the error to raise.
"""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Final, cast

from .alternatives import alternatives_text, few
from .missing_scopes import MissingScopesError, scopes_asked
from .plan import Plan
from .response import Response
from .status_error import StatusError
from .status_errors import (
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    UnprocessableError,
)

__all__ = ["status_error"]

_BY_STATUS: Final[dict[int, type[StatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableError,
    429: RateLimitError,
}
_SAYING: Final = ("message", "error_description", "detail", "title", "error")
_REQUEST_IDS: Final = ("correlationId", "requestId")
_SHOWN: Final = 300


def status_error(plan: Plan, response: Response[object], body: object) -> StatusError:
    """The error for an answer; `body` is its plain JSON, for what the model may not hold."""
    response = _with_request_id(response, body)
    message = _message(response, body)
    if response.status == 403 and (required := scopes_asked(response.headers, body)) is not None:
        return _missing_scopes(plan, message, response, required)
    kind = _BY_STATUS.get(response.status) or (ServerError if response.status >= 500 else StatusError)
    return kind(message, response)


def _missing_scopes(
    plan: Plan, message: str, response: Response[object], required: tuple[str, ...]
) -> MissingScopesError:
    alternatives = plan.operation.security
    parts = [message.removesuffix(".")]
    parts += [f"The server asks for: {few(required)}"] if required else []
    parts += [f"What would do: {alternatives_text(alternatives, plan.api)}"] if alternatives else []
    granted = plan.settings.granted_scopes
    return MissingScopesError(". ".join(parts), response, alternatives, required, granted=granted)


def _with_request_id(response: Response[object], body: object) -> Response[object]:
    """The name of the request from the body, where no header tells it."""
    if response.request_id is not None or not isinstance(body, dict):
        return response
    fields = cast("dict[str, object]", body)
    told = (fields.get(name) for name in _REQUEST_IDS)
    return replace(response, request_id=next((name for name in told if isinstance(name, str) and name), None))


def _message(response: Response[object], body: object) -> str:
    try:
        phrase = f" {HTTPStatus(response.status).phrase}"
    except ValueError:
        phrase = ""
    said = _said(body)
    named = f" [request {response.request_id}]" if response.request_id else ""
    return f"{response.operation}: {response.status}{phrase}{f': {said}' if said else ''}{named}"


def _said(body: object) -> str:
    if not isinstance(body, dict):
        return ""
    fields = cast("dict[str, object]", body)
    for name in _SAYING:
        value = fields.get(name)
        if isinstance(value, dict):
            return _said(cast("object", value))
        if isinstance(value, str) and value:
            return value[:_SHOWN]
    return ""

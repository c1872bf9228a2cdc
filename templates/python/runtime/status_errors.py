"""One error for each status that callers tell apart.

In: nothing. Out: subclasses of `StatusError`; `failure.py` holds the table that chooses among them.
"""

from __future__ import annotations

from .status_error import StatusError

__all__ = [
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ServerError",
    "UnprocessableError",
]


class BadRequestError(StatusError):
    """400: the server found the request malformed."""


class AuthenticationError(StatusError):
    """401: the credentials are missing, wrong or expired."""


class PermissionDeniedError(StatusError):
    """403: the credentials are good, and do not allow this."""


class NotFoundError(StatusError):
    """404: there is nothing at this address."""


class ConflictError(StatusError):
    """409: the request clashes with the present state."""


class UnprocessableError(StatusError):
    """422: the request is well formed and its content is not acceptable."""


class RateLimitError(StatusError):
    """429: too many requests, also after the retries. `retry_after` is how long the server asks to wait."""


class ServerError(StatusError):
    """5xx: the server failed."""

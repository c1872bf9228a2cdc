"""What can be wrong when a webhook arrives: one family, by who has to act.

In: what went wrong. Out: exceptions that name no secret.

Why a mistake of the receiver's own code is no `WebhookVerificationError`: a handler answers that one with 401, and
nobody would ever hear of a secret that is not set.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .decode_errors import Misfit
from .errors import ConfigurationError, SDKError

__all__ = ["Reason", "WebhookError", "WebhookPayloadError", "WebhookSetupError", "WebhookVerificationError"]

Reason: TypeAlias = Literal[
    "missing header", "malformed header", "too old", "too new", "no matching signature", "refused"
]


class WebhookError(SDKError):
    """Whatever is wrong with a webhook that arrived, or with how it is read."""


class WebhookSetupError(WebhookError, ConfigurationError):
    """The receiver gave something that cannot work, such as no secret or a body that is parsed already."""


class WebhookVerificationError(WebhookError):
    """The request is not proven to come from the API. Answer with 401 or 400, and use nothing of it."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason: Reason = reason


class WebhookPayloadError(WebhookError):
    """The request comes from the API, and its body cannot be used. `content` is the raw body."""

    def __init__(self, message: str, content: bytes, misfits: tuple[Misfit, ...] = ()) -> None:
        super().__init__(message)
        self.content = content
        self.misfits = misfits

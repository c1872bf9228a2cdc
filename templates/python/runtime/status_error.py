"""The root of all errors that are an answer.

In: the answer, its body already decoded. Out: `StatusError` with all that a caller asks of it.

Why `error` is `Any`: which model it is depends on the operation and the status, so a precise type would be `object`,
and each `error.error.message` would need a check that says nothing new.
"""

from __future__ import annotations

from typing import Any

from .errors import SDKError
from .headers import Headers
from .response import Response
from .retry_after import seconds_asked

__all__ = ["StatusError"]


class StatusError(SDKError):
    """The server answered with a status that is no success. `error` is the parsed error model, or what came instead."""

    def __init__(self, message: str, response: Response[object]) -> None:
        super().__init__(message)
        self.response = response

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.response.status

    @property
    def error(self) -> Any:
        """The error model of the contract; a JSON value or text where none fits; `None` for an empty body."""
        return self.response.value

    @property
    def content(self) -> bytes:
        """The body as it came."""
        return self.response.content

    @property
    def headers(self) -> Headers:
        """The header fields of the answer."""
        return self.response.headers

    @property
    def request_id(self) -> str | None:
        """The server's own name for this request."""
        return self.response.request_id

    @property
    def retry_after(self) -> float | None:
        """The seconds for which the server asks to be left alone, if it does."""
        return seconds_asked(self.response.headers)

    @property
    def operation(self) -> str:
        """The public name of the operation."""
        return self.response.operation

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.response.method

    @property
    def url(self) -> str:
        """The address, without credentials."""
        return self.response.url

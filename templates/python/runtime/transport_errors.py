"""Errors of the way to the server and back.

In: what the transport's own exceptions say. Out: exceptions that do not depend on the transport.

Why those are no `__cause__`: three more tracebacks say nothing that the message does not; a debugger finds them as
`__context__`.
"""

from __future__ import annotations

from .errors import SDKError

__all__ = ["ConnectError", "ConnectTimeoutError", "ExchangeTimeoutError", "ReadError", "TransportError"]


class TransportError(SDKError):
    """No whole answer came. `operation` is its public name, `url` has no credentials in it."""

    def __init__(self, message: str, *, operation: str = "", method: str = "", url: str = "") -> None:
        super().__init__(message)
        self.operation = operation
        self.method = method
        self.url = url

    def __str__(self) -> str:
        return f"{self.operation}: {self.args[0]}" if self.operation else str(self.args[0])


class ConnectError(TransportError):
    """No connection was made, so the server has seen nothing."""


class ReadError(TransportError):
    """The connection broke while the request or the answer was under way."""


class ExchangeTimeoutError(TransportError):
    """A step took longer than the timeout allows; the server may have acted on the request."""


class ConnectTimeoutError(ConnectError, ExchangeTimeoutError):
    """No connection was made within the timeout."""

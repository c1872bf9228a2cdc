"""The root of every error of the SDK, and those that are raised before the network.

In: what went wrong. Out: exceptions that pickle, copy, compare and print.

Why `__reduce__`: an exception is rebuilt from `args` alone by default, which loses or breaks whatever else it holds.
Why `__init_subclass__`: so every error prints with the package that users import it from.
"""

from __future__ import annotations

from typing import TypeVar

from .public import public

__all__ = [
    "ClosedClientError",
    "ConfigurationError",
    "InvalidRequestError",
    "MissingCredentialsError",
    "PagingError",
    "SDKError",
    "TokenError",
]

E = TypeVar("E", bound="SDKError")


def _restore(kind: type[E], args: tuple[object, ...], state: dict[str, object]) -> E:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


@public
class SDKError(Exception):
    """Whatever this package raises on purpose."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        public(cls)

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self.args, self.__dict__)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SDKError):
            return NotImplemented
        return type(self) is type(other) and self.args == other.args and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), str(self)))


class ConfigurationError(SDKError):
    """The client was set up in a way that cannot work."""


class ClosedClientError(ConfigurationError):
    """The client was closed before this call."""


class MissingCredentialsError(ConfigurationError):
    """No alternative of the operation's security is met by the credentials at hand. Nothing was sent."""


class TokenError(SDKError):
    """A token endpoint gave no token."""


class InvalidRequestError(SDKError):
    """The arguments do not make a request. Nothing was sent.

    `arguments` names each faulty one, with its place: `form_fields[0].name`.
    """

    def __init__(self, message: str, arguments: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.arguments = arguments


class PagingError(SDKError):
    """The pages of a listing do not come to an end, or lead to another host."""

"""Bodies that are not what the contract says: what was found where, as errors and as warnings.

In: the places that decoding found. Out: exceptions that keep the raw body, and warnings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .errors import SDKError
from .public import public
from .response import Response

__all__ = [
    "BrokenBodyError",
    "ContentTypeError",
    "DecodeError",
    "DecodeWarning",
    "Misfit",
    "MisfitError",
    "NewerAnswerWarning",
    "describe",
]

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Misfit:
    """One place of a body that does not fit: `results[3].type`, by the names in the JSON."""

    place: str
    kind: Literal[
        "unknown field",
        "unknown value",
        "undeclared status",
        "missing field",
        "missing body",
        "wrong value",
        "another media type",
    ]
    message: str = ""

    @property
    def newer(self) -> bool:
        """Whether an API that has merely grown explains it."""
        return self.kind in {"unknown field", "unknown value", "undeclared status"}

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}" + (f" ({self.message})" if self.message else "")


def describe(misfits: tuple[Misfit, ...]) -> str:
    """The first places in words, and how many more there are."""
    rest = len(misfits) - _SHOWN
    return "; ".join(map(str, misfits[:_SHOWN])) + (f"; and {rest} more" if rest > 0 else "")


class DecodeError(SDKError):
    """An answer came whole and good, and its body cannot be used. `content` is the raw body."""

    def __init__(self, message: str, response: Response[None]) -> None:
        super().__init__(message)
        self.response = response

    @property
    def content(self) -> bytes:
        """The body as it came."""
        return self.response.content

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.response.status

    @property
    def request_id(self) -> str | None:
        """The server's own name for this request."""
        return self.response.request_id

    @property
    def operation(self) -> str:
        """The public name of the operation."""
        return self.response.operation


class BrokenBodyError(DecodeError):
    """The body is not JSON."""


class ContentTypeError(DecodeError):
    """The body is of a media type that the contract does not name for this status."""


class MisfitError(DecodeError):
    """The body does not fit the contract and the client is strict. `misfits` is every place."""

    def __init__(self, message: str, response: Response[None], misfits: tuple[Misfit, ...]) -> None:
        super().__init__(message, response)
        self.misfits = misfits


@public
class DecodeWarning(UserWarning):
    """An answer did not fit the contract; what did not fit kept its raw value."""


@public
class NewerAnswerWarning(DecodeWarning):
    """An answer holds fields or values that the contract does not know yet, and fits otherwise."""

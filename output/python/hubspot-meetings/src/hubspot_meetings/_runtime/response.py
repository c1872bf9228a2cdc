"""An answer with everything that came with it.

In: what the transport read. Out: `Response`, also carried by the errors that an answer causes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .headers import Headers

__all__ = ["Response"]

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Response(Generic[T_co]):
    """An answer: `value` is what the method would have returned, `content` the bytes it was read from.

    `operation` is the operation's public name; `url` has no credentials in it.
    """

    value: T_co
    status: int
    headers: Headers
    content: bytes = field(repr=False)
    operation: str
    method: str
    url: str
    request_id: str | None = None
    retries: int = 0

"""What an exchange asks its driver to do, and what it gets back.

In: nothing. Out: three effects and the answer of the first one.

Why: the logic of a call is written once, as a generator that never waits by itself; one driver waits in a thread and
one in a task.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from .api import Scheme
from .headers import Headers
from .options import Timeout
from .request import Request
from .tokens import TokenFlow

__all__ = ["Ask", "Effect", "RawAnswer", "Send", "Sleep"]


@dataclass(frozen=True, slots=True)
class Send:
    """Send: the driver answers with a `RawAnswer` or throws a `TransportError`. `live` leaves a good body unread."""

    request: Request
    timeout: Timeout
    live: bool = False


@dataclass(frozen=True, slots=True)
class Sleep:
    """Wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Ask:
    """Get a token, other than the rejected one; the driver answers with text."""

    source: TokenFlow | Callable[[], str] | Callable[[], Awaitable[str]]
    scheme: Scheme
    timeout: Timeout
    rejected: str | None = None


Effect: TypeAlias = Send | Sleep | Ask


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """An answer as the transport read it; `live` is the open body, when it was asked for and the status is good."""

    status: int
    headers: Headers
    content: bytes = field(repr=False)
    live: object = None

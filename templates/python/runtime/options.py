"""What a caller may set, per client and per call.

In: the caller's arguments. Out: `Timeout`, `RequestOptions`, and `Settings`, the values of one client.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypedDict

from .unset import Unset

__all__ = ["DEFAULT_TIMEOUT", "OPTION_NAMES", "RequestOptions", "Settings", "Timeout", "timeout_of"]


@dataclass(frozen=True, slots=True)
class Timeout:
    """Seconds to wait for a connection, for a piece read or written, for a free connection; `None` waits for ever."""

    connect: float | None = 5.0
    read: float | None = 60.0
    write: float | None = 60.0
    pool: float | None = 60.0


DEFAULT_TIMEOUT: Final = Timeout()


class RequestOptions(TypedDict, total=False):
    """What any call takes besides the operation's own arguments."""

    timeout: float | Timeout | None
    max_retries: int
    extra_headers: Mapping[str, str]
    extra_query: Mapping[str, object]
    extra_body: Mapping[str, object]


OPTION_NAMES: Final = frozenset(RequestOptions.__annotations__)


def timeout_of(value: float | Timeout | Unset | None) -> Timeout:
    """A number is a limit for each step, `None` is no limit, unset is the default."""
    match value:
        case Unset():
            return DEFAULT_TIMEOUT
        case Timeout():
            return value
        case _:
            return Timeout(value, value, value, value)


def _random() -> float:
    import random  # noqa: PLC0415 - needed by a retry only

    return random.random()  # noqa: S311 - spreads retries, guards nothing


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of one client. `sleep` and `random` are there to be replaced in tests."""

    base_url: str | None
    timeout: Timeout
    max_retries: int
    strict: bool
    granted_scopes: frozenset[str] | None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    random: Callable[[], float] = _random
    sleep: Callable[[float], object] | None = None

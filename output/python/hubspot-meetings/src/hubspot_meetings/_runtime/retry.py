"""Whether a call is tried again, and after how long.

In: a plan, what came of the last try, how many retries there were. Out: seconds to wait, or `None` for no further try.

Why only where a repeat is safe: a POST that timed out may have been acted upon, and nobody can tell.
Why no retry where the server asks for more than a minute: a try before that is in vain, and a call must not sleep for
an hour. The error has the wish as `retry_after`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .effects import RawAnswer
from .retry_after import seconds_asked
from .transport_errors import TransportError

__all__ = ["wait_before_retry"]

_STATUSES: Final = frozenset({408, 429})
_FIRST: Final = 0.5
_LONGEST: Final = 8.0
_LONGEST_ASKED: Final = 60.0


def wait_before_retry(outcome: RawAnswer | TransportError, retries: int, random: Callable[[], float]) -> float | None:
    """Seconds until the next try; `None` when this outcome stands."""
    if isinstance(outcome, RawAnswer):
        if outcome.status not in _STATUSES and outcome.status < 500:
            return None
        asked = seconds_asked(outcome.headers)
        if asked is not None:
            return asked if asked <= _LONGEST_ASKED else None
    longest: float = min(_FIRST * 2**retries, _LONGEST)
    return longest * (1 + random()) / 2

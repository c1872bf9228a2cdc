"""Whether a call is tried again, and after how long.

In: a plan, what came of the last try, how many retries there were. Out: seconds to wait, or `None` for no further try.

Why only where a repeat is safe: a POST that timed out may have been acted upon, and nobody can tell.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final

from .effects import RawAnswer
from .transport_errors import TransportError

__all__ = ["wait_before_retry"]

_STATUSES: Final = frozenset({408, 429})
_FIRST: Final = 0.5
_LONGEST: Final = 8.0
_LONGEST_ASKED: Final = 60.0


def wait_before_retry(outcome: RawAnswer | TransportError, retries: int, random: Callable[[], float]) -> float | None:
    """Seconds until the next try; `None` when this outcome stands. The server's own wish counts, up to a minute."""
    if isinstance(outcome, RawAnswer):
        if outcome.status not in _STATUSES and outcome.status < 500:
            return None
        asked = _asked(outcome)
        if asked is not None:
            return min(asked, _LONGEST_ASKED)
    longest: float = min(_FIRST * 2**retries, _LONGEST)
    return longest * (1 + random()) / 2


def _asked(answer: RawAnswer) -> float | None:
    """`Retry-After`, in seconds or as a date."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() - time.time())

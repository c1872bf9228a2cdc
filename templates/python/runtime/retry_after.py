"""How long the server asks to be left alone.

In: the header fields of an answer. Out: seconds, or `None` where it asks for nothing.

Why the answer's own `Date`: a wish given as a date is meant by the server's clock, which need not agree with ours.
"""

from __future__ import annotations

import time
from datetime import UTC
from email.utils import parsedate_to_datetime

from .headers import Headers

__all__ = ["seconds_asked"]


def seconds_asked(headers: Headers) -> float | None:
    """`Retry-After`, in seconds or as a date."""
    text = headers.get("retry-after", "").strip()
    if text.replace(".", "", 1).isdecimal():
        return float(text)
    at = _seconds(text)
    if at is None:
        return None
    now = _seconds(headers.get("date", ""))
    return max(0.0, at - (time.time() if now is None else now))


def _seconds(text: str) -> float | None:
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()

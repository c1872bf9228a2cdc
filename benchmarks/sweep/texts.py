"""Texts and numbers that a schema allows.

In: a merged schema and a number that says which one. Out: a value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import HypothesisException
from hypothesis.strategies import from_regex

from .merging import Impossible
from .raw import Data

__all__ = ["number_of", "text_of"]

_FORMATS: Final[Mapping[str, tuple[str, ...]]] = {
    "date-time": ("2024-02-29T12:34:56Z", "2024-02-29T12:34:56.789Z", "1999-12-31T23:59:59+02:00"),
    "date": ("2024-02-29", "1999-12-31"),
    "time": ("12:34:56Z", "23:59:59.5+02:00"),
    "duration": ("P1DT2H", "PT0.5S", "P3M"),
    "uuid": ("0b7e5c1c-3f5d-4a8e-9d64-2f1f6f2b9a10", "0B7E5C1C-3F5D-4A8E-9D64-2F1F6F2B9A10"),
    "email": ("ada@example.com",),
    "uri": ("https://example.com/a?b=c#d", "https://example.com"),
    "byte": ("aGVsbG8=",),
    "ipv4": ("192.0.2.1",),
    "ipv6": ("2001:db8::1",),
    "hostname": ("example.com",),
    "decimal": ("1.10", "0.1"),
}
_TEXTS: Final = ("text", "Zürich, 東京", "", "true", "7", "2024-02-29")
_WHOLE: Final = (1, 0, -3, 2**31, 2**53 + 1)
_BROKEN: Final = (1.5, 2, 0.1, -3.25, 1e20)
_MANY: Final = 10_000


def text_of(words: Mapping[str, Data], which: int) -> str:
    """A text of the right format, pattern and length."""
    pattern, known = words.get("pattern"), _FORMATS.get(str(words.get("format")))
    if known:
        return known[which % len(known)]
    if isinstance(pattern, str):
        return _matching(pattern)
    least, most = words.get("minLength"), words.get("maxLength")
    text = _TEXTS[which % len(_TEXTS)]
    if isinstance(least, int) and len(text) < least:
        text = (text or "x") * min(least, _MANY)
        text = text[:least]
    return text[:most] if isinstance(most, int) else text


@lru_cache(maxsize=4096)
def _matching(pattern: str) -> str:
    """The simplest text that a pattern matches; ECMA's spelling as far as Python shares it."""
    quick = settings(
        database=None, derandomize=True, max_examples=20, deadline=None, phases=(Phase.generate,),
        suppress_health_check=(HealthCheck.filter_too_much, HealthCheck.too_slow),
    )  # fmt: skip
    try:
        text: str = find(from_regex(re.compile(pattern)), _is_clean, settings=quick)
    except (re.error, HypothesisException) as error:
        raise Impossible from error
    return text


def _is_clean(text: str) -> bool:
    """`$` lets a last line break through in Python, and nowhere else."""
    return not text.endswith("\n")


def number_of(words: Mapping[str, Data], which: int, *, whole: bool) -> int | float:
    """A number between the bounds."""
    usual: tuple[int | float, ...] = _WHOLE[:4] if words.get("format") == "int32" else _WHOLE
    tried = [*(usual if whole else _BROKEN), *_edges(words, whole=whole)]
    good = [each for each in tried if _is_allowed(words, each)]
    if not good:
        raise Impossible
    return good[which % len(good)]


def _edges(words: Mapping[str, Data], *, whole: bool) -> list[int | float]:
    step = 1 if whole else 0.5
    found: list[int | float] = []
    for word, away in (("minimum", 0), ("maximum", 0), ("exclusiveMinimum", step), ("exclusiveMaximum", -step)):
        bound = words.get(word)
        if isinstance(bound, int | float) and not isinstance(bound, bool):
            found.append(int(bound + away) if whole else bound + away)
    multiple = words.get("multipleOf")
    if isinstance(multiple, int | float):
        found += [int(multiple * times) if whole else multiple * times for times in (1, 2, 10)]
    return found


def _is_allowed(words: Mapping[str, Data], number: float) -> bool:
    low, high = words.get("minimum"), words.get("maximum")
    above, below = words.get("exclusiveMinimum"), words.get("exclusiveMaximum")
    return (
        (not isinstance(low, int | float) or number >= low)
        and (not isinstance(high, int | float) or number <= high)
        and (not isinstance(above, int | float) or number > above)
        and (not isinstance(below, int | float) or number < below)
    )

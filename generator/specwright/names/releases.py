"""Releases: how long a former name works.

In: the release that renamed a thing, and the one that is made. Out: whether the old name is in it.

Why series and not single releases: a name must not go with a mere repair. One that was renamed in 0.2.0 works in every
0.2 release, and 0.3.0 is the first without it.
"""

from __future__ import annotations

import re

__all__ = ["is_alive", "series"]

_NUMBERS = re.compile(r"\d+(\.\d+)*")


def is_alive(since: str, release: str) -> bool:
    """Whether a release has the names that were changed in `since`."""
    return _of(release) <= _of(since)


def series(release: str) -> str:
    """What the releases that share their names begin with: `0.2`."""
    return ".".join(map(str, _of(release)))


def _of(release: str) -> tuple[int, int]:
    found = _NUMBERS.match(release)
    first, second, *_ = [*map(int, found[0].split(".")), 0] if found else (0, 0)
    return first, second

"""The known name that a wrong one was probably meant to be.

In: a name, and those that would do. Out: the nearest, if any is near.

Why bounds: a document may hold a hundred thousand names and as many wrong references, and to compare all with all would
take longer than anything else.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean", "nearest"]

_LONGEST = 100
_MANY = 2_000


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the name that is like `word` but for a slip, or for case."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(name.casefold(), name)
    wanted = word.casefold()
    if wanted in folded:
        return folded[wanted]
    near = [name for name in folded if len(name) <= _LONGEST]
    if len(near) > _MANY:
        near = [name for name in near if name[:2] == wanted[:2]][:_MANY]
    found = get_close_matches(wanted, near, n=1) if len(wanted) <= _LONGEST else []
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The remedy that names the nearest, or another one."""
    found = nearest(word, known)
    return otherwise if found is None else f'Did you mean "{found}"?'

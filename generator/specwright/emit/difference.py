"""One file, before and after, as people read it.

In: two contents. Out: a unified diff; empty if they are equal.

Why a bound: the time for a diff can grow with the square of the lines that differ, and nobody reads ten thousand of
them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["difference"]

MAX_LINES = 3_000


def difference(path: str, old: bytes | None, new: bytes | None) -> str:
    """What turns `old` into `new`; `None` is a file that is not there."""
    if old == new:
        return ""
    before, after = _lines(old), _lines(new)
    labels = ("/dev/null" if old is None else path, "/dev/null" if new is None else path)
    if before is None or after is None:
        return f"--- {labels[0]}\n+++ {labels[1]}\nBinary files differ\n"
    if len(before) + len(after) - 2 * _common(before, after) > 2 * MAX_LINES:
        return f"--- {labels[0]}\n+++ {labels[1]}\n{len(before)} lines become {len(after)}: too many to show\n"
    return "".join(_ended(difflib.unified_diff(before, after, *labels)))


def _lines(content: bytes | None) -> list[str] | None:
    if content is None:
        return []
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    # Not `splitlines`, which also ends a line at form feeds and the like.
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _common(before: list[str], after: list[str]) -> int:
    """How many lines the two share at the start and at the end."""
    pairs = list(zip(before, after, strict=False))
    head = next((count for count, (one, other) in enumerate(pairs) if one != other), len(pairs))
    tails = list(zip(reversed(before[head:]), reversed(after[head:]), strict=False))
    return head + next((count for count, (one, other) in enumerate(tails) if one != other), len(tails))


def _ended(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

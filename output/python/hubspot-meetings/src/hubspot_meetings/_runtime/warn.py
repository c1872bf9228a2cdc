"""Warnings that point at the caller's own line.

In: a message. Out: a warning, placed at the first frame outside this package.

Why a walk: how deep the call is differs between a plain call, a page and a task.
"""

from __future__ import annotations

import sys
import warnings

from .public import is_ours

__all__ = ["warn_here"]


def warn_here(message: str, kind: type[UserWarning]) -> None:
    """Warn where the package was called."""
    level = 1
    frame = sys._getframe()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - `inspect` is slow to load
    while frame.f_back is not None and is_ours(str(frame.f_globals.get("__name__", ""))):
        frame = frame.f_back
        level += 1
    warnings.warn(message, kind, stacklevel=level)

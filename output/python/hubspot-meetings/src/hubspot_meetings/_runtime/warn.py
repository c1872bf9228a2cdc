"""Warnings that point at the caller's own line.

In: a message. Out: a warning, placed at the first frame outside this package and the model library, through which
properties are set.

Why a walk: how deep the call is differs between a plain call, a page and a task.
"""

from __future__ import annotations

import sys
import warnings

from .public import is_ours

__all__ = ["warn_here"]


def warn_here(message: str, kind: type[Warning]) -> None:
    """Warn where the package was called."""
    level = 1
    frame = sys._getframe()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - `inspect` is slow to load
    while frame.f_back is not None and _is_between(str(frame.f_globals.get("__name__", ""))):
        frame = frame.f_back
        level += 1
    warnings.warn(message, kind, stacklevel=level)


def _is_between(module: str) -> bool:
    return is_ours(module) or module.partition(".")[0] == "pydantic"

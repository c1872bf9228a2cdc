"""Warnings that point at the caller's own line.

In: a message. Out: a warning, placed at the first frame outside this package.

Why a walk: how deep the call is differs between a plain call, a page and a task.
"""

from __future__ import annotations

import inspect
import warnings
from typing import Final

from .decode_errors import DecodeWarning, NewerAnswerWarning

__all__ = ["warn_of"]

_HERE: Final = __name__.rpartition(".")[0]
_PACKAGE: Final = _HERE.removesuffix("._runtime")


def warn_of(message: str, *, newer: bool) -> None:
    """Warn about an answer that did not fit; `newer` when it only holds more than the contract knows."""
    level = 1
    frame = inspect.currentframe()
    while frame is not None and _ours(str(frame.f_globals.get("__name__", ""))):
        frame = frame.f_back
        level += 1
    warnings.warn(message, NewerAnswerWarning if newer else DecodeWarning, stacklevel=level)


def _ours(module: str) -> bool:
    return module == _PACKAGE or module.startswith(_PACKAGE + ".")

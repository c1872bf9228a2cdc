"""The error for a keyword that a method does not take.

In: what a method passed on as its options. Out: a `TypeError` in Python's own words, with the name that was meant.

Why the frame: methods take options as `**options`, so Python itself does not refuse an unknown keyword, and only the
frame of the method knows the method's own parameters.
"""

from __future__ import annotations

import difflib
import inspect
import sys
from types import CodeType

from .options import OPTION_NAMES, RequestOptions

__all__ = ["unexpected_keyword"]


def unexpected_keyword(name: str, options: RequestOptions) -> TypeError:
    """Called by what the method calls; `name` serves where no method is in between."""
    code = sys._getframe(2).f_code  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    known = set(OPTION_NAMES)
    if code.co_flags & inspect.CO_VARKEYWORDS:
        name, known = code.co_qualname, known | set(_parameters(code))
    strange = min(options.keys() - OPTION_NAMES)
    close = difflib.get_close_matches(strange, sorted(known), n=1)
    meant = f". Did you mean {close[0]!r}?" if close else ""
    return TypeError(f"{name}() got an unexpected keyword argument {strange!r}{meant}")


def _parameters(code: CodeType) -> tuple[str, ...]:
    return code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]

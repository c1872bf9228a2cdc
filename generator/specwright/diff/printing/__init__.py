"""Printing: a comparison as text for people, for programs, for a pull request, and for a forge.

In: a `Comparison` and what of it is wanted. Out: one text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from specwright.diff.comparison import Comparison
from specwright.diff.printing.as_github import as_github
from specwright.diff.printing.as_json import as_json
from specwright.diff.printing.as_markdown import as_markdown
from specwright.diff.printing.as_text import as_text
from specwright.diff.printing.entries import Wanted

__all__ = ["DiffStyle", "Wanted", "print_comparison"]

DiffStyle: TypeAlias = Literal["text", "json", "markdown", "github"]
_STYLES: Mapping[DiffStyle, Callable[[Comparison, Wanted], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
    "github": as_github,
}


def print_comparison(comparison: Comparison, style: DiffStyle, wanted: Wanted | None = None) -> str:
    """Print a comparison in a style, each line ended."""
    return _STYLES[style](comparison, wanted or Wanted())

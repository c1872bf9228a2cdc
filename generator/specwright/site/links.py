"""Links: how one page of the site leads to another, and the words of a link without their Markdown.

In: paths of pages below the folder of all pages. Out: relative addresses of what they become.

Why words as HTML: Zensical prints the titles of its settings as they are, in elements and attributes alike.
"""

from __future__ import annotations

import html
import re
from posixpath import dirname, normpath, relpath

__all__ = ["address", "plain", "target"]

_FOREIGN = re.compile(r" \*\([^()]*\)\*$")
_TICKS = re.compile(r"(`+) ?(.+?) ?\1(?!`)")


def address(here: str, there: str) -> str:
    """The way from one page to another, as a browser goes it."""
    return relpath(_html(there), dirname(here) or ".")


def target(here: str, url: str) -> str:
    """The page that a relative link of a page leads to."""
    return normpath(f"{dirname(here)}/{url.partition('#')[0]}")


def plain(markdown: str) -> str:
    """The words of one line of Markdown as HTML without tags; the mark of what is not translated is left out."""
    words = html.unescape(_TICKS.sub(r"\2", _FOREIGN.sub("", markdown)))
    return html.escape(words, quote=False).replace('"', "&quot;")  # the theme's attributes stand in double quotes


def _html(page: str) -> str:
    return page.removesuffix(".md") + ".html"

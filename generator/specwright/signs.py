"""Signs: text that nobody can misread, and text as TOML writes it.

In: any text. Out: one harmless line for a reader; a basic string of TOML; and the signs that neither may hold as such.

Why a list of signs for files and not what Python can print: that grows with each Python, and the same input has to give
the same bytes under all of them.
"""

from __future__ import annotations

import json
import re

__all__ = ["HIDDEN", "as_line", "as_toml"]

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Controls, signs without a width, and those that turn the direction of reading."""


def as_line(text: str) -> str:
    """A vendor's text may hold line breaks and control characters; what is printed stays one harmless line."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def as_toml(text: str) -> str:
    """A basic string of TOML: JSON's escapes are TOML's, but for what JSON does not escape."""
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))

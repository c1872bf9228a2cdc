"""Structure: a translation may change words and nothing else.

In: a text and its translation. Out: what differs in code spans, links and placeholders, in words for the translator;
nothing if all is well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

__all__ = ["differences"]

_PARTS = {
    "code span": re.compile(r"`[^`]+`"),
    "link": re.compile(r"https?://[^\s)>\]]+"),
    "placeholder": re.compile(r"\{[a-z_]+\}"),
}


def differences(text: str, translation: str) -> Iterator[str]:
    """Each part that the translation has lost or made up."""
    for kind, pattern in _PARTS.items():
        wanted, found = Counter(pattern.findall(text)), Counter(pattern.findall(translation))
        yield from (f"{kind} {part} is missing" for part in sorted((wanted - found).elements()))
        yield from (f"{kind} {part} is not in the text" for part in sorted((found - wanted).elements()))

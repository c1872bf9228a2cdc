"""Words: how a name on the wire is cut into words, and put together again as an identifier.

In: any text. Out: `snake_case` or `PascalCase` of the same words. Pure and local: the same text gives the same name
everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["pascal", "snake", "words"]

# An acronym's plural (`userIDs`), an acronym before a word (`HTTPServer`), a word with its digits (`accent2`), digits.
_WORD = re.compile(r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+\d*|[A-Z]+\d*|\d+|[^\W\dA-Za-z_]+")
_SIGNS = {
    "+": " plus ",
    "-": " minus ",
    "@": " at ",
    "$": " dollar ",
    "<": " less ",
    ">": " greater ",
    "=": " equal ",
    "*": " star ",
}


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name in lower case; a text of signs alone is spelled out, and nothing at all is `value`."""
    plain = unicodedata.normalize("NFKC", text)
    found = _WORD.findall(plain)
    if not found:
        found = _WORD.findall("".join(_SIGNS.get(sign, " ") for sign in plain))
    return tuple(word.lower() for word in found) or ("value",)


def snake(text: str) -> str:
    """The name in snake_case; one that would begin with a digit begins with `value_`."""
    name = "_".join(words(text))
    return name if name.isidentifier() else f"value_{name}"


def pascal(text: str) -> str:
    """The name in PascalCase; one that would begin with a digit begins with `Value`."""
    name = "".join(word[:1].upper() + word[1:] for word in _cased(text))
    return name if name.isidentifier() else f"Value{name}"


def _cased(text: str) -> tuple[str, ...]:
    """The words with their inner capitals, so that `CRMObject` and `HTTPServer` keep the author's look."""
    found = _WORD.findall(unicodedata.normalize("NFKC", text))
    return tuple(found) or words(text)

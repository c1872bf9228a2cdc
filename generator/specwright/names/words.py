"""Words: how a name on the wire is cut into words, and put together again as an identifier.

In: any text. Out: `snake_case` or `PascalCase` of the same words. Pure and local: the same text gives the same name
everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["pascal", "snake", "words"]

# The capitals of the scripts that have them; every other letter counts as a small one.
_CAPITALS = "A-Z" + "".join(chr(code) for code in range(0x80, 0x590) if chr(code).isupper())
_SMALL = rf"[^\W\d_{_CAPITALS}]"
_CAPITAL = f"[{_CAPITALS}]"
_WORD = re.compile(
    "|".join(
        (
            r"OAuth\d*",  # everybody writes it so, and means one word
            rf"{_CAPITAL}{{2,}}s(?!{_SMALL})",  # an acronym's plural: `userIDs`
            rf"{_CAPITAL}+(?={_CAPITAL}{_SMALL})",  # an acronym before a word: `HTTPServer`
            rf"{_CAPITAL}?{_SMALL}+\d*",  # a word with its digits: `accent2`
            rf"{_CAPITAL}+\d*",
            rf"\d+(?:{_SMALL}+|{_CAPITAL}+(?!{_SMALL}))?",  # digits with what they count: `2fa`
        )
    )
)
_SIGNED = re.compile(r"^\s*([-+])(?=\d)")
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
    found = _cut(text) or _cut("".join(_SIGNS.get(sign, " ") for sign in text))
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
    """The words with their inner capitals, so that `CRMObject` keeps the author's look; `ALL_CAPITALS` has none."""
    found = _cut(text)
    return words(text) if not found or (len(found) > 1 and text.isupper()) else tuple(found)


def _cut(text: str) -> list[str]:
    """The words as they are written; a sign that no identifier may hold parts them."""
    plain = _SIGNED.sub(lambda found: _SIGNS[found[1]], unicodedata.normalize("NFKC", text))
    return _WORD.findall("".join(sign if f"a{sign}".isidentifier() else " " for sign in plain))

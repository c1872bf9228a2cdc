"""YAML 1.2 core scalars: the text of a plain scalar to the value it stands for.

In: the text and the tag, if one is written. Out: text, a number, a boolean or nothing. What is not one of
the core forms is text: `no`, `on`, `12:30`, `2026-03-01` and `1_000` stay as written, `0777` is seven
hundred and seventy-seven.

Raises `ScalarError` for what JSON cannot say (infinity, not-a-number, endless digits) and for a tag that its
text does not fit.
"""

from __future__ import annotations

import math
import re

from specwright.load.limits import MAX_DIGITS

__all__ = ["Scalar", "ScalarError", "plain", "tagged"]

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_DECIMAL = re.compile(r"[-+]?[0-9]+\Z")
_BASED = re.compile(r"(?:0o[0-7]+|0x[0-9a-fA-F]+)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")
# A plain scalar with another first character is text, which spares most of them the patterns.
_NUMBER_STARTS = frozenset("+-.0123456789")
_CORE = "tag:yaml.org,2002:"


class ScalarError(ValueError):
    """A scalar that has no plain value; the text is a whole sentence."""


def plain(text: str) -> Scalar:
    """Read a plain, untagged scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    return _number(text)


def tagged(text: str, tag: str) -> Scalar:
    """Read a scalar whose type the author wrote down, such as `!!str 12`."""
    if tag in ("!", _CORE + "str"):
        return text
    value = plain(text)
    kinds = {"null": type(None), "bool": bool, "int": int, "float": float}
    kind = kinds.get(tag.removeprefix(_CORE))
    if kind is None:
        raise ScalarError(f"the tag {tag!r} is not one that JSON data has.")
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise ScalarError(f"{text[:40]!r} does not fit its tag {tag!r}.")
    return value


def _number(text: str) -> Scalar:
    if len(text) > MAX_DIGITS and (_DECIMAL.match(text) or _BASED.match(text)):
        raise ScalarError(f"a number has {len(text)} digits; {MAX_DIGITS} are read.")
    if _DECIMAL.match(text):
        return int(text)
    if _FLOAT.match(text):
        value = float(text)
        if math.isinf(value):
            raise ScalarError(f"the number {text[:40]} is too large to hold.")
        return value
    if _NOT_FINITE.match(text):
        raise ScalarError(f"{text} is not a number that JSON data has.")
    return int(text, 0) if _BASED.match(text) else text

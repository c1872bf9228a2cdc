"""JSON text to plain data, by the standard library.

In: the text and the shown name of its file. Out: plain data and the keys that stand twice, or `Refused` with every
problem found.

Why the text is read a second time when there is a doubt: the library tells that a key came twice or that a
number does not fit, but not where. A good document pays nothing for that.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator

from specwright.load.faults import duplicate_key, fault, has_a_reading
from specwright.load.json_mistakes import mistake_in_json
from specwright.load.limits import MAX_DEPTH, MAX_DIGITS
from specwright.load.shape import Json, Parsed
from specwright.load.tokens import Token, json_tokens
from specwright.problems import Position, Problem, Refused

__all__ = ["parse_json"]

# A number in full, also one that JSON does not have.
_NUMBER = re.compile(r"-?(?:[0-9][0-9.eE+-]*|Infinity)\Z|NaN\Z")
_HALF_CHARACTER_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def parse_json(text: str, file: str) -> Parsed:
    """Read one JSON value."""
    reading = _Reading()
    try:
        data = reading.read(text)
    except json.JSONDecodeError as error:
        mistake = mistake_in_json(text, error)
        raise Refused([fault(file, mistake.position, "malformed-json", mistake.message, mistake.hint)]) from error
    except RecursionError as error:
        raise Refused(_faults(text, file)) from error
    if reading.doubtful or _is_too_deep(data) or _HALF_CHARACTER_ESCAPE.search(text):
        problems = tuple(_faults(text, file))
        if not has_a_reading(problems):
            raise Refused(problems)
        return Parsed(data, problems)
    return Parsed(data)


class _Reading:
    """One run of the library, and whether it met something to look at again."""

    def __init__(self) -> None:
        self.doubtful = False

    def read(self, text: str) -> Json:
        data: Json = json.loads(
            text,
            object_pairs_hook=self.mapping,
            parse_constant=self.constant,
            parse_float=self.float,
            parse_int=self.integer,
        )
        return data

    def mapping(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        value = dict(pairs)
        if len(value) != len(pairs):
            self.doubtful = True
        return value

    def constant(self, _text: str) -> None:
        self.doubtful = True

    def float(self, text: str) -> float:
        value = float(text)
        if math.isinf(value):
            self.doubtful = True
        return value

    def integer(self, text: str) -> int:
        if len(text) > MAX_DIGITS:
            self.doubtful = True
            return 0
        return int(text)


def _is_too_deep(data: Json) -> bool:
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        level = [
            part
            for value in level
            for part in (value.values() if isinstance(value, dict) else value)
            if isinstance(part, (dict, list))
        ]
    return bool(level)


def _faults(text: str, file: str) -> Iterator[Problem]:
    """Find what the library did not: the text is known to be well formed, if not too deep."""
    # One entry for each open collection: the keys it has so far, or nothing if it is a list.
    stack: list[dict[str, Position] | None] = []
    expects_key = False
    for token in json_tokens(text):
        keys = stack[-1] if stack else None
        if token.kind in ("mapping", "list"):
            if len(stack) == MAX_DEPTH:
                message = f"the document nests deeper than {MAX_DEPTH} levels."
                yield fault(file, token.position, "too-deep", message)
                return
            stack.append({} if token.kind == "mapping" else None)
            expects_key = token.kind == "mapping"
            continue
        if token.kind == "close":
            stack.pop()
            expects_key = bool(stack) and stack[-1] is not None
            continue
        yield from _scalar_faults(token, file)
        if keys is not None and expects_key:
            first = keys.setdefault(token.text, token.position)
            if first is not token.position:
                yield duplicate_key(file, token.text, token.position, first)
        expects_key = keys is not None and not expects_key


def _scalar_faults(token: Token, file: str) -> Iterator[Problem]:
    if token.kind == "string" and _HALF_CHARACTER.search(token.text):
        yield fault(file, token.position, "half-character", "the text holds one half of a \\uD8xx\\uDCxx pair.")
    if token.kind == "scalar" and _NUMBER.match(token.text) and not _is_finite(token.text):
        yield fault(file, token.position, "bad-number", f"{token.text[:40]} is not a number that JSON data has.")


def _is_finite(text: str) -> bool:
    if text.lstrip("-").isdigit():
        return len(text) <= MAX_DIGITS
    return math.isfinite(float(text))

"""Wording: what several rules say in the same way.

In: a pair, values and names. Out: findings about text that reads differently; lists and values as a sentence has them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import cast

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import Pair
from specwright.diff.places import code
from specwright.ir import JsonText

__all__ = ["count", "known_by", "listed", "listed_or", "number", "reworded", "shown", "was_and_is"]

_PLAIN = re.compile(r"[\w.:/+ -]+")
_FEW = 5


def reworded(pair: Pair, *members: str) -> Iterator[Finding]:
    """A finding for each of these texts that the two sides have in another wording."""
    for member in members if pair.both else ():
        old, new = (cast("str | None", getattr(side, member)) for side in (pair.old, pair.new))
        if (old or "") != (new or ""):
            is_there = "is new" if not old else "is gone" if not new else "reads differently"
            yield Finding(f"The {member} of {pair.place.text} {is_there}.", member, documented())


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: `a`, `b` and `c`."""
    return _joined(names, " and ")


def listed_or(names: Iterable[str]) -> str:
    """Names of which one is meant: `a`, `b` or `c`."""
    return _joined(names, " or ")


def _joined(names: Iterable[str], word: str) -> str:
    marked = [code(name) for name in names]
    return word.join([", ".join(marked[:-1]), marked[-1]] if len(marked) > 1 else marked)


def known_by(names: Iterable[str]) -> str:
    """What tells a finding about several names from another: the names, and a digest where they are many."""
    several = sorted(names)
    if len(several) <= _FEW:
        return ",".join(several)
    return f"{several[0]}+{len(several) - 1}-{sha256(json.dumps(several).encode()).hexdigest()[:8]}"


def number(amount: int, word: str) -> str:
    """A word that goes with a number: `value`, `values`."""
    return word if amount == 1 else f"{word}s"


def count(amount: int, word: str) -> str:
    """A number with its word: `2 values`."""
    return f"{amount} {number(amount, word)}"


def shown(value: JsonText) -> str:
    """A JSON value as a reader knows it; in quotes where it would not be seen to be a text."""
    plain: object = json.loads(value)
    return plain if isinstance(plain, str) and _PLAIN.fullmatch(plain) else value


def was_and_is(old: JsonText | None, new: JsonText | None) -> str:
    """What a value is and what it was: `is 2 now, not 1`."""
    if old is None or new is None:
        return (
            f"is {code(shown(new))}; there was none" if new is not None else f"is gone; it was {code(shown(old or ''))}"
        )
    return f"is {code(shown(new))} now, not {code(shown(old))}"

"""Known: what functions of libraries give, for those of a table.

In: a call of one by its full name. Out: a `Kind`, or `None` where the function is not in a table.

Growth is a line in a table: `known_builtins`, `known_libraries`.
"""

from __future__ import annotations

import ast

from specwright.scopes.reading.giving import Given
from specwright.scopes.reading.kinds import Kind
from specwright.scopes.reading.known_builtins import BUILTINS
from specwright.scopes.reading.known_libraries import BY_LAST_WORD, BY_NAME
from specwright.scopes.reading.world import Frame

__all__ = ["call_known", "is_harmless"]

_HARMLESS = (
    "builtins.",
    "logging.",
    "typing.",
    "unittest.mock.",
    "warnings.",
    "gc.",
    "inspect.",
    "weakref.",
    "pprint.",
)


def call_known(frame: Frame, node: ast.Call, name: str, given: Given) -> Kind | None:
    """What a function of a library gives, if it is known."""
    home, _, last = name.rpartition(".")
    reader = BUILTINS.get(last) if home == "builtins" else BY_NAME.get(name) or BY_LAST_WORD.get(last)
    return reader(frame, node, given) if reader else None


def is_harmless(name: str) -> bool:
    """Whether a function looks at what it is given and does not call it."""
    return name.startswith(_HARMLESS)

"""Named types, seen through: what stands behind an alias, with the names in quotes found.

In: a `TypeAliasType`, in which a type that refers to itself stands as text. Out: the type.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import cast, get_type_hints

__all__ = ["seen_through"]


def seen_through(kind: object) -> object:
    """The type behind any number of aliases; any other type as it is."""
    while hasattr(kind, "__value__"):
        kind = _value_of(kind)
    return kind


@lru_cache(maxsize=4096)
def _value_of(alias: object) -> object:
    class Holder:
        __annotations__ = {"value": getattr(alias, "__value__")}  # noqa: B009 - read by `get_type_hints` alone

    names = vars(sys.modules[str(getattr(alias, "__module__", __name__))])
    return cast("object", get_type_hints(Holder, names, include_extras=True)["value"])

"""Belongings: the names of types that only one side has.

In: two versions. Out: names.
"""

from __future__ import annotations

from specwright.diff.pairs import Sides
from specwright.names import is_component
from specwright.sdk import Version

__all__ = ["types_gone"]


def types_gone(sides: Sides) -> tuple[str, ...]:
    """The named types of the old side that the new one has neither at that place nor by that name.

    A type without a name of its own goes with what it stands in, which is told already.
    """
    new = {_place(key, sides.new) for key in sides.new.models} | set(sides.new.names.types.values())
    return tuple(
        sorted(
            {
                name
                for key, name in sides.old.names.types.items()
                if is_component(key) and name not in new and _place(key, sides.old) not in new
            }
        )
    )


def _place(key: str, version: Version) -> str:
    """Where a model stands in its document, whatever the file is called."""
    model = version.models[key]
    return f"{version.names.spaces.get(key, '')}#{model.origin.pointer}"

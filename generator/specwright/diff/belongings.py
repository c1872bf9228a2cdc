"""Belongings: the names of types that only one side has, or has for another type.

In: two versions. Out: names.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from specwright.diff.pairs import Sides
from specwright.ir import Model
from specwright.names import is_component
from specwright.sdk import Version

__all__ = ["is_renamed", "place_of", "types_gone"]


def types_gone(sides: Sides, matched: Container[str]) -> Iterator[Model]:
    """The named types of the old side that are matched with none, and whose name no type of the new side has.

    A type without a name of its own goes with what it stands in, which is told already.
    """
    new = set(sides.new.names.types.values())
    for key, model in sides.old.models.items():
        if is_component(key) and key not in matched and sides.old.names.types[key] not in new:
            yield model


def is_renamed(sides: Sides, old: Model, new: Model) -> bool:
    """Whether a type has another name, and neither of the two names is that of another type on the other side."""
    was, now = sides.old.names.types[old.id], sides.new.names.types[new.id]
    return was != now and was not in sides.new.names.types.values() and now not in sides.old.names.types.values()


def place_of(key: str, version: Version) -> str:
    """Where a model stands in its document, whatever the file is called."""
    model = version.models[key]
    return f"{version.names.spaces.get(key, '')}#{model.origin.pointer}"

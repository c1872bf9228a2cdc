"""Choosing: what tells the branches of a choice apart, in names that both sides have.

In: a pair of values. Out: discriminators, what their values mean, and what branches are called.

Why an inferred discriminator counts for none: the document names no property, and the constants that tell its branches
apart are values of their own.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.diff.belongings import place_of
from specwright.diff.pairs import ShapePair
from specwright.diff.places import Place
from specwright.diff.values import kind_of_value, value_of
from specwright.ir import Discriminator, Enum, Ref, Scalar, Shape, Union
from specwright.sdk import Version

__all__ = ["branch_called", "discriminators", "meanings", "rest_of"]


def discriminators(pair: ShapePair) -> tuple[Discriminator | None, Discriminator | None]:
    """What the document of each side names, where both are choices."""
    if not pair.both:
        return None, None
    old, new = (side.shape for side in pair.both)
    return (_named(old), _named(new)) if isinstance(old, Union) and isinstance(new, Union) else (None, None)


def _named(shape: Union) -> Discriminator | None:
    return shape.discriminator if shape.discriminator and not shape.discriminator.inferred else None


def meanings(pair: ShapePair) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """The branches that each value tells of, by what both sides call them; nothing where a side has no values."""
    old, new = discriminators(pair)
    if not old or not new:
        return {}, {}
    was, now = _of(pair.sides.old, old), _of(pair.sides.new, new)
    if was == now:  # nearly always, and to know what was renamed takes all types of both sides
        return now, now
    renamed = _renamed(pair)
    return {value: tuple(sorted(renamed.get(each, each) for each in names)) for value, names in was.items()}, now


def _of(version: Version, by: Discriminator) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for value, target in by.mapping:
        found.setdefault(value, []).append(version.names.types[target])
    return {value: tuple(sorted(names)) for value, names in found.items()}


def _renamed(pair: ShapePair) -> Mapping[str, str]:
    """The new names of types that stand at the same place by another name."""
    new = {place_of(key, pair.sides.new): name for key, name in pair.sides.new.names.types.items()}
    old = {place_of(key, pair.sides.old): name for key, name in pair.sides.old.names.types.items()}
    return {name: new[place] for place, name in old.items() if place in new}


def rest_of(version: Version, by: Discriminator) -> tuple[str, str]:
    """What a value is that is not mapped, by names."""
    types = version.names.types
    return (types[by.base] if by.base else "", types[by.otherwise] if by.otherwise else "")


def branch_called(shape: Shape, version: Version, place: Place) -> str:
    """A branch by its name, or by its type and format; the named type that was or became a choice is an object."""
    if isinstance(shape, Ref):
        name = version.names.types[shape.target]
        return "object" if place.is_type and name == place.text.strip("`") else name
    value = value_of(shape, version.models).shape
    match value:
        case Scalar(format=str() as form) if form:
            return f"{value.type} ({form})"
        case Enum():
            return f"one of {', '.join(value.values)}"
        case _:
            return kind_of_value(value)

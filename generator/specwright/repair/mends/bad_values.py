"""Values that are none of those that would do: the same in the right case; and lists that are empty."""

from __future__ import annotations

from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above
from specwright.repair.mends.references import namesake

__all__ = ["mend_choice", "mend_empty"]

_EMPTY = ("allOf", "anyOf", "enum", "oneOf", "required")


def mend_choice(flawed: Flawed, problem: Problem) -> Actions:
    """A word that differs from one of those in case or signs alone."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    value = flawed.at(pointer)
    known = [each for found in flawed.defects.get(pointer, ()) if found.keyword == "enum" for each in found.names]
    meant = namesake(value, list(dict.fromkeys(known))) if isinstance(value, str) else None
    if meant is None or not isinstance(flawed.at(holder), dict):
        return ()
    return (flawed.update(holder, f'OpenAPI writes this "{meant}".', {name: meant}),)


def mend_empty(flawed: Flawed, problem: Problem) -> Actions:
    """A list that names nothing, and must name something if it is there."""
    pointer = problem.origin.pointer
    name = above(pointer)[1]
    if flawed.at(pointer) != [] or name not in _EMPTY:
        return ()
    return (flawed.removal(pointer, f"{name} names nothing, which is the same as not there."),)

"""Exclusive bounds in the words of another version: a flag beside the bound in 3.0, the bound itself since 3.1."""

from __future__ import annotations

from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above

__all__ = ["mend"]

_BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """The bound as this version writes it."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    fields, value = flawed.fields(holder), flawed.at(pointer)
    if name not in _BOUNDS:
        return ()
    plain = _BOUNDS[name]
    bound = fields.get(plain)
    if isinstance(value, bool) and flawed.version != "3.0":
        reason = f"Since OpenAPI 3.1 {name} is the bound itself, and no flag beside {plain}."
        if value is False or bound is None:
            return (flawed.removal(pointer, reason),)
        return flawed.removal(join(holder, plain), reason), flawed.update(holder, reason, {name: bound})
    if isinstance(value, int | float) and flawed.version == "3.0" and bound is None:
        reason = f"In OpenAPI 3.0 {name} is a flag beside {plain}, which is the bound."
        return (flawed.update(holder, reason, {plain: value, name: True}),)
    return ()

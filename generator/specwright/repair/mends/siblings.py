"""Fields beside a `$ref`, where they count for nothing: they count beside an `allOf` that holds the reference.

Where there is no `allOf`, a field that only repeats what is referred to goes.
"""

from __future__ import annotations

from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above

__all__ = ["mend"]

_PASSED_OVER = ("$ref", "summary", "description")


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """A schema says all of it; of anything else only what is said twice can go."""
    holder, _ = above(problem.origin.pointer)
    fields = flawed.fields(holder)
    reference = fields.get("$ref")
    names = [name for name in fields if name not in _PASSED_OVER and not name.startswith("x-")]
    if not isinstance(reference, str):
        return ()
    if flawed.place(holder, "schema") is not None:
        listed = ", ".join(f'"{name}"' for name in names)
        reason = f"Beside a $ref, {listed} counts for nothing; beside an allOf that holds the reference it counts."
        wrapped = flawed.update(holder, reason, {"allOf": [{"$ref": reference}]})
        return flawed.removal(join(holder, "$ref"), reason), wrapped
    meant = flawed.fields(reference[1:]) if reference.startswith("#/") else {}
    if any(fields[name] != meant.get(name) for name in names):
        return ()
    reason = "What is referred to says this, and here it counts for nothing."
    return tuple(flawed.removal(join(holder, name), reason) for name in names)

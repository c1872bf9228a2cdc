"""Names that are required and that no property describes: the one that was meant, or none.

Why not a property of any type: then everybody would have to give a value that nobody can know.
"""

from __future__ import annotations

from specwright.problems import Problem
from specwright.repair.actions import Actions, Removal
from specwright.repair.flawed import Flawed, above
from specwright.repair.mends.references import namesake
from specwright.repair.paths import equal_to

__all__ = ["mend"]


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """The property that differs in case or signs alone; else the name goes, and with the last one the list."""
    pointer = problem.origin.pointer
    listed, _ = above(pointer)
    schema, _ = above(listed)
    name = flawed.at(pointer)
    names, properties = flawed.items(listed), flawed.fields(f"{schema}/properties")
    if not isinstance(name, str):
        return ()
    one = f"{flawed.path(listed)}{equal_to(name)}"
    right = namesake(name, [each for each in properties if each not in names])
    if right is not None:
        reason = f'No property is called "{name}"; this one differs in case or signs alone.'
        return Removal(one, reason), flawed.update(listed, reason, right)
    if not any(isinstance(each, str) and each in properties for each in names):
        return (
            flawed.removal(listed, "No property of these names is described, so that nobody can know their values."),
        )
    return (Removal(one, f'No property "{name}" is described, so that nobody can know its values.'),)

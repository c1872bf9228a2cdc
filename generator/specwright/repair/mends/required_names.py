"""Names that are required and that no property describes: the one that was meant, or a property of any type.

Why not required any more: everybody would have to give a value that nobody can know. Why a property at all: it is one
in what is generated from the document as it is, and users may know more than the document says.
"""

from __future__ import annotations

from specwright.problems import Problem
from specwright.repair.actions import Actions, Removal
from specwright.repair.flawed import Flawed, above
from specwright.repair.mends.references import namesake
from specwright.repair.paths import equal_to

__all__ = ["mend"]


_NONE = "No property of these names is described, so that nobody can be asked for them."


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
    reason = f'No property "{name}" is described, so that it may have any value and nobody can be asked for it.'
    described = flawed.update(schema, reason, {"properties": {name: {}}})
    gone = [each for each in names if not isinstance(each, str) or each not in properties]
    # An empty list of names is against the letter again.
    return described, flawed.removal(listed, _NONE) if len(gone) == len(names) else Removal(one, reason)

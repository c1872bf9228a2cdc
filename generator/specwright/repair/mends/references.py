"""References that lead to nothing: to the component of that name, however it is spelt, or to a value of any type."""

from __future__ import annotations

import re

from specwright.load.pointers import join, split
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above

__all__ = ["mend", "mend_mapping", "namesake"]

_SIGNS = re.compile(r"[\W_]")


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """Where case or signs alone are wrong, the right name; else nothing is said of the value, if it is a schema."""
    pointer = problem.origin.pointer
    holder, _ = above(pointer)
    reference = flawed.at(pointer)
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return ()
    section, name = above(reference[1:])
    right = namesake(split(join("", name))[0], list(flawed.fields(section)))
    if right is not None:
        reason = "There is no component of this name, and one that differs in case or signs alone."
        return (flawed.update(holder, reason, {"$ref": f"#{join(section, right)}"}),)
    if flawed.place(holder, "schema") is None:
        return ()
    return (flawed.removal(pointer, f"There is no {reference}, so that a value of any type is all that can be said."),)


def mend_mapping(flawed: Flawed, problem: Problem) -> Actions:
    """The schema of that name, however it is spelt; else the value is mapped to nothing, as there is nothing."""
    pointer = problem.origin.pointer
    holder, value = above(pointer)
    target = flawed.at(pointer)
    if not isinstance(target, str):
        return ()
    section = "/definitions" if flawed.is_swagger else "/components/schemas"
    right = namesake(target.rpartition("/")[2], list(flawed.fields(section)))
    if right is not None:
        reason = "There is no schema of this name, and one that differs in case or signs alone."
        return (flawed.update(holder, reason, {value: f"#{join(section, right)}"}),)
    return (flawed.removal(pointer, "There is no such schema for this value to mean."),)


def namesake(name: str, known: list[str]) -> str | None:
    """The one name that is the same but for case and signs."""
    same = [each for each in known if _SIGNS.sub("", each).casefold() == _SIGNS.sub("", name).casefold()]
    return same[0] if len(same) == 1 else None

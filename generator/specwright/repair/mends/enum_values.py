"""Values that an enum lists more than once: each is taken out and added again.

Why not the second of them by its number: when the publisher has removed it, the number would mean another value, and
that would go without a word. A value that is listed once is merely moved to the end.
"""

from __future__ import annotations

import json

from specwright.load import Json
from specwright.problems import Problem
from specwright.repair.actions import Action, Actions, Removal
from specwright.repair.flawed import Flawed, above
from specwright.repair.paths import equal_to

__all__ = ["mend", "repeated"]


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """Each value once; not where a list beside the enum goes with it by number."""
    pointer = problem.origin.pointer
    values = flawed.items(pointer)
    beside = flawed.fields(above(pointer)[0])
    if any(isinstance(value, list) and len(value) == len(values) for name, value in beside.items() if name != "enum"):
        return ()
    return once(flawed, pointer, "value")


def once(flawed: Flawed, pointer: str, noun: str) -> Actions:
    """The actions after which a list holds each text or number once."""
    actions: list[Action] = []
    seen: set[str] = set()
    done: set[str] = set()
    for value in flawed.items(pointer):
        text = json.dumps(_whole(value), sort_keys=True)
        if text in seen and text not in done:
            if isinstance(value, dict | list):
                return ()
            done.add(text)
            reason = f"This {noun} is listed more than once."
            actions.append(Removal(flawed.path(pointer) + equal_to(value), reason))
            actions.append(flawed.update(pointer, f"{reason} Once is enough.", value))
        seen.add(text)
    return tuple(actions)


def repeated(flawed: Flawed, problem: Problem) -> Actions:
    """The same for names that are required twice, or tags."""
    pointer = problem.origin.pointer
    name = above(pointer)[1]
    return once(flawed, pointer, "name") if name in ("required", "tags", "type") else ()


def _whole(value: Json) -> Json:
    """JSON sees no difference between 1 and 1.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value

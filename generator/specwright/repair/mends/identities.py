"""What is there twice: an operationId, which then names neither, and a parameter, of which one is enough."""

from __future__ import annotations

from specwright.load import Json
from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions, Removal
from specwright.repair.flawed import Flawed, above
from specwright.repair.paths import quoted

__all__ = ["mend_operation_id", "mend_parameter"]


def mend_operation_id(flawed: Flawed, problem: Problem) -> Actions:
    """It goes from every operation that has it: two of one name are named by their paths, with it or without."""
    name = flawed.at(problem.origin.pointer)
    reason = f'More than one operation has the operationId "{name}", so that it names none.'
    pointers = [
        join(pointer, "operationId")
        for pointer, places in flawed.places.items()
        for place in places
        if place.kind == "operation" and place.fields.get("operationId") == name
    ]
    return tuple(flawed.removal(pointer, reason) for pointer in pointers)


def mend_parameter(flawed: Flawed, problem: Problem) -> Actions:
    """One of two that are equal; which of two that differ is meant, nobody can tell."""
    pointer = problem.origin.pointer
    if problem.severity == "error":
        return ()
    reason = "This parameter is listed twice, and the two are equal."
    path = flawed.path(pointer)
    if not path.endswith(f"[{above(pointer)[1]}]"):
        return (Removal(path, reason),)
    holder, _ = above(pointer)
    item: Json = flawed.at(pointer)
    fields = flawed.fields(pointer)
    name, place, reference = fields.get("name"), fields.get("in"), fields.get("$ref")
    test = f"@['$ref'] == {quoted(str(reference))}"
    if isinstance(name, str):
        test = f"@.name == {quoted(name)} && @.in == {quoted(str(place))}"
    return Removal(f"{flawed.path(holder)}[?{test}]", reason), flawed.update(holder, f"{reason} One is enough.", item)

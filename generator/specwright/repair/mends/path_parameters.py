"""Names in a path that no parameter declares: a parameter that is text, or the name that was meant."""

from __future__ import annotations

import re

from specwright.load import Json
from specwright.load.pointers import join, split
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed
from specwright.validate.operations import operations_of, parameters_of
from specwright.validate.survey import Place

__all__ = ["mend", "unrequired", "unused"]

_NAME = re.compile(r"\{([^{}]*)\}")
_OF_ITEM = 2


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """A parameter for each name that has none; or, where one is spelt otherwise, its name as the path spells it."""
    pointer = problem.origin.pointer
    steps = split(pointer)
    names = list(dict.fromkeys(_NAME.findall(steps[1])))
    if len(steps) > _OF_ITEM:
        return _respelt(flawed, pointer, steps[1], names)
    item = flawed.place(pointer, "path item")
    missing = [name for name in names if _is_undeclared(flawed, item, name)] if item else []
    reason = "The path has a place for this, and no parameter of it declares what fills it."
    return (flawed.update(pointer, reason, {"parameters": [_text(flawed, each) for each in missing]}),)


def unused(flawed: Flawed, problem: Problem) -> Actions:
    """A parameter that has no place in the path goes, from every operation there that lists it."""
    reason = "The path has no place for this parameter, so it cannot be sent."
    pointer = problem.origin.pointer
    item = flawed.place(join("", *split(pointer)[:_OF_ITEM]), "path item")
    places = _listing(flawed, item, pointer) if item else []
    return tuple(flawed.removal(each, reason) for each in places or [pointer])


def unrequired(flawed: Flawed, problem: Problem) -> Actions:
    """A parameter in the path that does not say it is required, though no address can do without it."""
    holder = problem.origin.pointer.removesuffix("/required")
    fields = flawed.fields(holder)
    if fields.get("in") != "path" or fields.get("required") is True:
        return ()
    return (flawed.update(holder, "An address cannot do without a part of its path.", {"required": True}),)


def _listing(flawed: Flawed, item: Place, pointer: str) -> list[str]:
    """Where the operations of a path list the same parameter; a check tells of one of them."""
    owners = (item, *operations_of(flawed.survey, item).values())
    listed = [each for owner in owners for each in parameters_of(flawed.survey, owner) if each.location == "path"]
    read = item.document
    places = {read.published_at(each.listed.pointer): each.name for each in listed if each.listed.document is read}
    return [place for place, name in places.items() if name == places.get(pointer)]


def _respelt(flawed: Flawed, pointer: str, path: str, names: list[str]) -> Actions:
    parameter = flawed.fields(pointer)
    if isinstance(reference := parameter.get("$ref"), str) and reference.startswith("#/"):
        pointer = reference[1:]
        parameter = flawed.fields(pointer)
    given = parameter.get("name")
    meant = next((each for each in names if isinstance(given, str) and each.casefold() == given.casefold()), None)
    reason = f"The path {path} spells this name otherwise."
    return (flawed.update(pointer, reason, {"name": meant}),) if meant else ()


def _is_undeclared(flawed: Flawed, item: Place, name: str) -> bool:
    """Whether an operation lacks this parameter, and no other is meant by it."""
    found = flawed.survey
    shared = [each for each in parameters_of(found, item) if each.location == "path"]
    for operation in operations_of(found, item).values():
        own = [each for each in parameters_of(found, operation) if each.location == "path"]
        if not any(each.name.casefold() == name.casefold() for each in (*shared, *own)):
            return True
    return False


def _text(flawed: Flawed, name: str) -> dict[str, Json]:
    said: dict[str, Json] = {"name": name, "in": "path", "required": True}
    return {**said, "type": "string"} if flawed.is_swagger else {**said, "schema": {"type": "string"}}

"""Values of a wrong type that say what was meant: one thing for a list of it, a number in quotes, a flag for a list."""

from __future__ import annotations

from specwright.load import Json
from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above
from specwright.repair.mends.defaults import unquoted

__all__ = ["mend_flag", "mend_items", "mend_quoted", "mend_single"]


def mend_single(flawed: Flawed, problem: Problem) -> Actions:
    """One thing where a list of such things belongs."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    value = flawed.at(pointer)
    if "array" not in _expected(flawed, pointer) or value is None or isinstance(value, bool | list):
        return ()
    reason = f"{name} is a list, be it of one."
    listed: Json = [*value.values()] if name == "examples" and isinstance(value, dict) else [value]
    return flawed.removal(pointer, reason), flawed.update(holder, reason, {name: listed})


def mend_quoted(flawed: Flawed, problem: Problem) -> Actions:
    """A number or a boolean in quotes."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    value = flawed.at(pointer)
    if not isinstance(value, str) or not isinstance(flawed.at(holder), dict):
        return ()
    said = [unquoted(value, kind) for kind in ("integer", "number", "boolean") if kind in _expected(flawed, pointer)]
    meant = next((each for each in said if each is not None), None)
    reason = f"{name} is no text, so that it goes without quotes."
    return () if meant is None else (flawed.update(holder, reason, {name: meant}),)


def mend_flag(flawed: Flawed, problem: Problem) -> Actions:
    """`required` of a property, which its object says of it."""
    pointer = problem.origin.pointer
    schema, name = above(pointer)
    properties, own = above(schema)
    value = flawed.at(pointer)
    if name != "required" or not isinstance(value, bool) or above(properties)[1] != "properties":
        return ()
    holder, _ = above(properties)
    reason = "Whether a property is required, its object says in a list of names."
    gone = flawed.removal(pointer, reason)
    listed = flawed.items(join(holder, "required"))
    if value is False or own in listed:
        return (gone,)
    return gone, flawed.update(holder, reason, {"required": [own]})


def mend_items(flawed: Flawed, problem: Problem) -> Actions:
    """A list of schemas for the items of a list by number, which has a name of its own since 3.1."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    value = flawed.at(pointer)
    if name != "items" or not isinstance(value, list) or flawed.version == "3.0":
        return ()
    reason = "Since OpenAPI 3.1 the schemas of items by number are prefixItems."
    return flawed.removal(pointer, reason), flawed.update(holder, reason, {"prefixItems": value})


def _expected(flawed: Flawed, pointer: str) -> set[str]:
    return {name for each in flawed.defects.get(pointer, ()) if each.keyword == "type" for name in each.names}

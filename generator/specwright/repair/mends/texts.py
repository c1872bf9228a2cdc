"""Numbers and words where text belongs: the same as text; and a version in full."""

from __future__ import annotations

import json
import re

from specwright.load import Json
from specwright.problems import Problem
from specwright.repair.actions import Actions, Removal
from specwright.repair.flawed import Flawed, above
from specwright.repair.paths import equal_to

__all__ = ["mend", "mend_version"]

_SHORT = re.compile(r"3\.[0-9]")
_UNORDERED = ("required", "tags")


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """What a reader takes it for, in quotes."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    value = flawed.at(pointer)
    if not isinstance(value, bool | int | float):
        return ()
    reason = "This is text in OpenAPI, and without quotes it is none."
    if isinstance(flawed.at(holder), dict):
        return (flawed.update(holder, reason, {name: _in_full(name, json.dumps(value))}),)
    if above(holder)[1] in _UNORDERED:
        path = flawed.path(holder)
        return Removal(path + equal_to(value), reason), flawed.update(holder, reason, json.dumps(value))
    return ()


def mend_version(flawed: Flawed, problem: Problem) -> Actions:
    """The version of OpenAPI with its patch number, which decides nothing."""
    value: Json = flawed.at("/openapi")
    if problem.origin.pointer != "/openapi" or not isinstance(value, str) or not _SHORT.fullmatch(value):
        return ()
    return (flawed.update("", "A version of OpenAPI has three numbers.", {"openapi": f"{value}.0"}),)


def _in_full(name: str, text: str) -> str:
    return f"{text}.0" if name == "openapi" and _SHORT.fullmatch(text) else text

"""Security schemes that are asked for and not declared: declared where the name says it all, else passed over."""

from __future__ import annotations

import re

from specwright.load import Json
from specwright.load.pointers import split
from specwright.problems import Problem
from specwright.repair.actions import Actions, Removal
from specwright.repair.flawed import Flawed
from specwright.repair.paths import quoted

__all__ = ["mend"]

_BEARER = re.compile(r"(?:http)?_?-?(?:bearer|jwt)(?:_?-?(?:auth|token|authentication))?", re.IGNORECASE)
_BASIC = re.compile(r"(?:http)?_?-?basic(?:_?-?(?:auth|authentication))?", re.IGNORECASE)


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """A scheme of HTTP by its usual name; another one goes where an alternative beside it would do."""
    name = split(problem.origin.pointer)[-1]
    if _BASIC.fullmatch(name) and flawed.is_swagger:
        return (flawed.update("", _told(name, "basic"), {"securityDefinitions": {name: {"type": "basic"}}}),)
    scheme = "bearer" if _BEARER.fullmatch(name) else "basic" if _BASIC.fullmatch(name) else ""
    if scheme and not flawed.is_swagger:
        declared: Json = {"securitySchemes": {name: {"type": "http", "scheme": scheme}}}
        return (flawed.update("", _told(name, scheme), {"components": declared}),)
    if problem.severity == "error":
        return ()
    reason = f'No scheme "{name}" is declared, so nobody can meet this alternative; one beside it will do.'
    asked = f"[?@[{quoted(name)}]]"
    paths = [f"$.paths.*.*.security{asked}"] if _is_below(flawed, name, "operation") else []
    paths += [f"$.security{asked}"] if _is_below(flawed, name, "document") else []
    return tuple(Removal(path, reason) for path in paths)


def _told(name: str, scheme: str) -> str:
    return f'Operations ask for "{name}", which is not declared; its name says {scheme} credentials of HTTP.'


def _is_below(flawed: Flawed, name: str, kind: str) -> bool:
    owners = (place for place in flawed.survey.places.values() if place.kind == kind)
    lists = (owner.fields.get("security") for owner in owners)
    return any(isinstance(each, dict) and name in each for listed in lists for each in _items(listed))


def _items(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []

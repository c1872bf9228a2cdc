"""Scopes that operations ask for and the scheme does not declare: they are declared in each of its flows."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.load import Json
from specwright.load.pointers import join, split
from specwright.problems import Problem
from specwright.repair.actions import Action, Actions
from specwright.repair.flawed import Flawed

__all__ = ["mend"]

_REASON = "Operations ask for these scopes, and the scheme does not declare them."


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """The missing scopes, described by nothing as nothing is said of them."""
    name = split(problem.origin.pointer)[-2]
    asked = sorted(set(_asked(flawed, name)))
    actions: list[Action] = []
    for pointer in _holders(flawed, name):
        declared = _scopes(flawed, name) | flawed.fields(join(pointer, "scopes")).keys()
        missing: dict[str, Json] = {scope: "" for scope in asked if scope not in declared}
        actions.append(flawed.update(pointer, _REASON, {"scopes": missing}))
    return tuple(actions)


def _holders(flawed: Flawed, name: str) -> list[str]:
    """The places that declare scopes."""
    if flawed.is_swagger:
        return [join("/securityDefinitions", name)]
    flows = join("/components/securitySchemes", name, "flows")
    return [join(flows, flow) for flow in flawed.fields(flows) if not flow.startswith("x-")]


def _scopes(flawed: Flawed, name: str) -> set[str]:
    """What any flow declares: a scope that one of them has is known."""
    return {scope for pointer in _holders(flawed, name) for scope in flawed.fields(join(pointer, "scopes"))}


def _asked(flawed: Flawed, name: str) -> Iterator[str]:
    for kind in ("document", "operation"):
        for owner in flawed.survey.of(kind):
            written = owner.fields.get("security")
            for alternative in written if isinstance(written, list) else ():
                scopes = alternative.get(name) if isinstance(alternative, dict) else None
                yield from (each for each in (scopes if isinstance(scopes, list) else ()) if isinstance(each, str))

"""Variables of server addresses: one that no address has, one without a default, a default that is not listed."""

from __future__ import annotations

import re

from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above

__all__ = ["mend"]

_NAME = re.compile(r"\{([^{}]*)\}")


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """The variable as its address needs it; what fills a part that nothing is said of, only its publisher knows."""
    pointer = problem.origin.pointer
    variables, name = above(pointer)
    server, field = above(variables)
    if field != "variables":
        return ()
    if name not in _NAME.findall(str(flawed.fields(server).get("url"))):
        return (flawed.removal(pointer, "The address has no such part."),)
    variable = flawed.fields(pointer)
    values = flawed.items(join(pointer, "enum"))
    if "default" not in variable and values:
        return (
            flawed.update(pointer, "A variable must have a default; this is the first value.", {"default": values[0]}),
        )
    if "default" in variable and values:
        reason = "The default is a value like the others, and is not listed among them."
        return (flawed.update(pointer, reason, {"enum": [variable["default"]]}),)
    return ()

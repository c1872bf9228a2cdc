"""Fields beside a `$ref`, where they count for nothing: they count beside an `allOf` that holds the reference.

What only repeats what is referred to goes: beside an `allOf`, a type would make another type of the same values.
"""

from __future__ import annotations

from urllib.parse import unquote

from specwright.load import Json
from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above

__all__ = ["mend"]

_PASSED_OVER = ("$ref", "summary", "description")
_TWICE = "What is referred to says this, and here it counts for nothing."


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """What is said twice goes; the rest of a schema goes together, and of anything else nobody knows what holds."""
    holder, _ = above(problem.origin.pointer)
    fields = flawed.fields(holder)
    reference = fields.get("$ref")
    if not isinstance(reference, str):
        return ()
    meant = _meant(flawed, reference)
    names = [name for name in fields if name not in _PASSED_OVER and not name.startswith("x-")]
    own = [name for name in names if fields[name] != meant.get(name)]
    twice = tuple(flawed.removal(join(holder, name), _TWICE) for name in names if name not in own)
    if not own:
        return twice
    if flawed.place(holder, "schema") is None:
        return ()
    listed = ", ".join(f'"{name}"' for name in own)
    reason = f"Beside a $ref, {listed} counts for nothing; beside an allOf that holds the reference it counts."
    wrapped = flawed.update(holder, reason, {"allOf": [{"$ref": reference}]})
    return *twice, flawed.removal(join(holder, "$ref"), reason), wrapped


def _meant(flawed: Flawed, reference: str) -> dict[str, Json]:
    """What a reference leads to in the same document, through others."""
    seen: set[str] = set()
    while reference.startswith("#/") and reference not in seen:
        seen.add(reference)
        fields = flawed.fields(unquote(reference[1:]))
        following = fields.get("$ref")
        if not isinstance(following, str):
            return fields
        reference = following
    return {}

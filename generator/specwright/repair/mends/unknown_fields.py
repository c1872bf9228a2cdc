"""Fields that this version does not know: what another version says so, in the words of this one, and slips."""

from __future__ import annotations

from difflib import SequenceMatcher

from specwright.load import Json
from specwright.load.nearest import nearest
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, above
from specwright.repair.mends.references import namesake
from specwright.validate.metaschemas import fields_of

__all__ = ["mend_collection", "mend_const", "mend_examples", "mend_slip"]

_ALIKE = 0.85
_STYLES: dict[str, dict[str, Json]] = {
    "csv": {"explode": False},
    "multi": {"explode": True},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
}


def mend_const(flawed: Flawed, problem: Problem) -> Actions:
    """`const` in 3.0, where an enum of one value says the same."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    if name != "const" or "enum" in flawed.fields(holder):
        return ()
    reason = "OpenAPI 3.0 has no const; an enum of one value says the same."
    return flawed.removal(pointer, reason), flawed.update(holder, reason, {"enum": [flawed.at(pointer)]})


def mend_examples(flawed: Flawed, problem: Problem) -> Actions:
    """`examples` of a schema in 3.0, which has one example."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    values = flawed.items(pointer)
    if name != "examples" or not values or "example" in flawed.fields(holder):
        return ()
    reason = "A schema of OpenAPI 3.0 has one example."
    return flawed.removal(pointer, reason), flawed.update(holder, reason, {"example": values[0]})


def mend_collection(flawed: Flawed, problem: Problem) -> Actions:
    """How Swagger 2.0 says in what style a list is sent."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    style = _STYLES.get(str(flawed.at(pointer)))
    if name != "collectionFormat" or style is None or flawed.is_swagger:
        return ()
    reason = "This is a word of Swagger 2.0; OpenAPI 3 says it by style and explode."
    return flawed.removal(pointer, reason), flawed.update(holder, reason, style)


def mend_slip(flawed: Flawed, problem: Problem) -> Actions:
    """A name that is nearly one that is known, and that is not there."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    defects = [each for each in flawed.defects.get(pointer, ()) if name in each.names]
    known = fields_of(flawed.version, defects[0].owner) if defects else ()
    meant = namesake(name, list(known)) or nearest(name, known)
    if meant is None or meant in flawed.fields(holder) or SequenceMatcher(None, name, meant).ratio() < _ALIKE:
        return ()
    reason = f'OpenAPI knows no field "{name}" here, and one called "{meant}".'
    return flawed.removal(pointer, reason), flawed.update(holder, reason, {meant: flawed.at(pointer)})

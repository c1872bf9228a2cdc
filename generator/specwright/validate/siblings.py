"""Fields beside a `$ref`, where OpenAPI gives them no meaning.

In: a survey. Out: warnings. In 3.0 nothing beside a `$ref` counts; since 3.1 everything does beside that of a schema.
A path item may have both in every version. A summary or description is passed over: vendors write them everywhere, and
nothing hangs on them.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.problems import Problem
from specwright.validate.survey import Place, Survey
from specwright.validate.version import version_of

__all__ = ["check_siblings"]

_PASSED_OVER = ("$ref", "summary", "description")


def check_siblings(found: Survey) -> Iterator[Problem]:
    """Say which fields stand beside a reference without a meaning."""
    schemas_combine = version_of(found.document) != "3.0"
    for place in found.places.values():
        if not isinstance(place.fields.get("$ref"), str) or place.kind == "path item":
            continue
        if not (schemas_combine and place.kind == "schema"):
            yield from _beside(place)


def _beside(place: Place) -> Iterator[Problem]:
    names = [name for name in place.fields if name not in _PASSED_OVER and not name.startswith("x-")]
    if names:
        listed = ", ".join(f'"{name}"' for name in names)
        message = f"{listed} beside a $ref has no meaning in this version of OpenAPI."
        hint = "Put the reference into an allOf." if place.kind == "schema" else "Move it to what is referred to."
        yield Problem("ref-with-siblings", place.at(names[0]), message, hint, "warning")

"""What OpenAPI's own schema says against a document, as the defects that were meant.

In: a document and its version. Out: `Defect`s, each at its own place.

Why unwrapped: the schema says "a Schema or a Reference" as `oneOf`, and a validator then answers that the
whole component fits neither. The defect is what failed inside the branch that was meant: without a `$ref`
not the Reference; with a `type` or an `in` the branch that has it; otherwise the one that got furthest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from jsonschema_rs import ValidationError, ValidationErrorKind

from specwright.load import Document
from specwright.validate.metaschemas import validator_for
from specwright.validate.version import Version

__all__ = ["Defect", "find_defects"]

_Kind = ValidationErrorKind
# The fields that tell the branches of a `oneOf` apart.
_TELLING = ("in", "type")
_LEFT_OVER = "unevaluatedProperties"


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing the schema says no to: the keyword that says it, the part of the schema it stands in, the place.

    `names` are the fields that are missing or not known, or the values that would do.
    """

    keyword: str
    owner: str
    path: tuple[str | int, ...]
    names: tuple[str, ...]
    text: str


def find_defects(document: Document, version: Version) -> list[Defect]:
    """Find every defect once, in the order of the schema."""
    errors = validator_for(version).iter_errors(document.data)
    found = [defect for error in errors for defect in _unwrapped(error)]
    return list(dict.fromkeys(_without_echoes(found)))


def _unwrapped(error: ValidationError) -> list[Defect]:
    match error.kind:
        case _Kind.OneOfNotValid(context=branches) | _Kind.AnyOf(context=branches):
            return _meant(error, branches)
        case _:
            return [_defect(error)]


def _meant(parent: ValidationError, branches: list[list[ValidationError]]) -> list[Defect]:
    """Choose the branch that the author meant."""
    place = tuple(parent.instance_path)
    candidates = [[defect for error in branch for defect in _unwrapped(error)] for branch in branches]
    referring = [branch for branch in candidates if not any(d.names == ("$ref",) for d in branch)]
    candidates = referring or candidates
    if all(len(branch) == 1 and branch[0].keyword == "required" for branch in candidates):
        return [_merged(branch[0] for branch in candidates)]
    of_other_type = [_of_other_type(branch, place) for branch in candidates]
    if all(of_other_type):
        return [_merged(defect for defect in of_other_type if defect is not None)]
    told = [_telling(branch, place) for branch in candidates]
    if all(told):
        return [_merged(defect for defect in told if defect is not None)]
    return min(candidates, key=lambda branch: _distance(branch, place))


def _telling(branch: list[Defect], place: tuple[str | int, ...]) -> Defect | None:
    """The defect by which the branch says that it was not meant."""
    paths = [(*place, field) for field in _TELLING]
    return next((d for d in branch if d.keyword == "enum" and d.path in paths), None)


def _of_other_type(branch: list[Defect], place: tuple[str | int, ...]) -> Defect | None:
    """The defect of a branch that wants something of another type altogether."""
    return next((d for d in branch if d.keyword == "type" and d.path == place), None)


def _distance(branch: list[Defect], place: tuple[str | int, ...]) -> tuple[bool, bool, int, int]:
    other_type = _of_other_type(branch, place) is not None
    depth = max((len(d.path) for d in branch), default=0)
    return (_telling(branch, place) is not None, other_type, -depth, len(branch))


def _merged(defects: Iterator[Defect]) -> Defect:
    """One defect for several branches that ask for different things at one place."""
    first, *others = defects
    names = tuple(dict.fromkeys(name for defect in (first, *others) for name in defect.names))
    keyword = "required any" if others and first.keyword == "required" else first.keyword
    return Defect(keyword, first.owner, first.path, names, first.text)


def _defect(error: ValidationError) -> Defect:
    kind = error.kind
    names: tuple[str, ...] = ()
    match kind:
        case _Kind.Required(property=name):
            names = (name,)
        case _Kind.AdditionalProperties(unexpected=unexpected) | _Kind.UnevaluatedProperties(unexpected=unexpected):
            names = tuple(unexpected)
        case _Kind.Enum(options=options):
            names = tuple(str(option) for option in options)
        case _Kind.Type(types=types):
            names = tuple(types)
        case _:
            pass
    return Defect(kind.name, _owner(error), tuple(error.instance_path), names, error.message)


def _owner(error: ValidationError) -> str:
    """The definition that the keyword stands in, written alike for every version: `requestbody`."""
    steps = [str(step) for step in error.schema_path]
    owners = [name for step, name in pairwise(steps) if step in ("definitions", "$defs")]
    return owners[-1].replace("-", "").lower() if owners else ""


def _without_echoes(defects: list[Defect]) -> Iterator[Defect]:
    """Leave out what only follows from another defect."""
    failed = {defect.path for defect in defects if defect.keyword != _LEFT_OVER}
    above = {path[:end] for path in failed for end in range(len(path) + 1)}
    of_other_type = {defect.path for defect in defects if defect.keyword == "type"}
    for defect in defects:
        if defect.keyword == _LEFT_OVER:
            # The fields of a part that failed look unknown, because no branch took them.
            if defect.path not in failed:
                names = tuple(name for name in defect.names if (*defect.path, name) not in above)
                yield replace(defect, keyword="additionalProperties", names=names)
        # What is no mapping fits each of several branches.
        elif defect.keyword not in ("oneOf", "not") or defect.path not in of_other_type:
            yield defect

"""Rows of choices among objects that nothing tells apart: what a value is, the client must guess.

In: a version. Out: an entry at the keyword of each such choice.

Why only where two members may hold the same value: a property that one demands and the other has in another type, or a
constant of each, tells them apart as well as a discriminator. Where members are apart in what they demand, the one that
knows most of a value is the right one; where neither demands what the other does not have, a value may fit both equally
well, and the first is taken. Under `anyOf` a value may be both at once, and still is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from specwright.coverage.ledger import Entry
from specwright.flatten import as_object, final
from specwright.ir import Enum, ListOf, MapOf, Model, Object, Ref, Scalar, Shape, Union
from specwright.load import Json
from specwright.load.pointers import NowhereError, join, lookup
from specwright.problems import Origin
from specwright.sdk import Version

__all__ = ["union_entries"]

_EQUAL = "A value may fit several of its members equally well: then it is the first of them."
_AT_ONCE = (
    "A value may be several of its members at once: it is the one that knows most of it, and keeps the rest untyped."
)
_NUMBERS = {"integer", "number"}


def union_entries(version: Version) -> Iterator[Entry]:
    """Every choice of a version in which a value may be more than one member."""
    for model in version.models.values():
        if not isinstance(model.shape, Union):
            continue
        keyword = _keyword(version, model)
        pairs = combinations(_untold(model.shape, version.models), 2)
        may_be = _may_meet if keyword == "anyOf" else _fit_equally
        if any(may_be(one, other, version.models) for one, other in pairs):
            told = _AT_ONCE if keyword == "anyOf" else _EQUAL
            yield Entry(f"schema {keyword}", "degraded", told, _place(version, model, keyword))


def _untold(union: Union, models: Mapping[str, Model]) -> list[Object]:
    """The members that are objects and that no value of a tag means; a choice inside a choice is told by itself."""
    mapped = {target for _, target in union.discriminator.mapping} if union.discriminator else set[str]()
    refs = (each for each in union.branches if isinstance(each, Ref) and each.target not in mapped)
    keys = dict.fromkeys(final(each.target, models) for each in refs)
    return [whole for key in keys if (whole := as_object(Ref(key), models))]


def _fit_equally(one: Object, other: Object, models: Mapping[str, Model]) -> bool:
    """Whether neither demands what the other does not have."""
    fields, others = _names(one), _names(other)
    demanded = {name for whole in (one, other) for name in _demanded(whole)}
    return demanded <= fields & others and _may_meet(one, other, models)


def _may_meet(one: Object, other: Object, models: Mapping[str, Model]) -> bool:
    """Whether no property tells them apart that one of them demands."""
    shapes = {field.name: field.shape for field in other.fields}
    demanded = _demanded(one) | _demanded(other)
    return not any(
        field.name in demanded and field.name in shapes and _differ(field.shape, shapes[field.name], models)
        for field in one.fields
    )


def _names(whole: Object) -> set[str]:
    return {field.name for field in whole.fields}


def _demanded(whole: Object) -> set[str]:
    return {field.name for field in whole.fields if field.required}


def _differ(one: Shape, other: Shape, models: Mapping[str, Model]) -> bool:
    """Whether no value can be both."""
    one, other = _behind(one, models), _behind(other, models)
    if isinstance(one, Enum) and isinstance(other, Enum):
        return not set(one.values) & set(other.values)
    kind, another = _kind(one), _kind(other)
    return kind != another and "" not in (kind, another) and {kind, another} != _NUMBERS


def _behind(shape: Shape, models: Mapping[str, Model]) -> Shape:
    return models[final(shape.target, models)].shape if isinstance(shape, Ref) else shape


def _kind(shape: Shape) -> str:
    """The JSON type of a shape; empty where it may have several."""
    match shape:
        case Scalar() | Enum():
            return "" if shape.type == "any" else shape.type
        case ListOf():
            return "array"
        case MapOf() | Object():
            return "object"
        case _:
            return ""


def _keyword(version: Version, model: Model) -> str:
    """The keyword that chooses, as the document has it at this place."""
    document = version.documents.get(model.origin.file)
    try:
        node: Json = lookup(document.data, model.origin.pointer) if document else None
    except NowhereError:
        node = None
    held = node if isinstance(node, dict) else {}
    return next((name for name in ("oneOf", "anyOf", "allOf") if name in held), "oneOf")


def _place(version: Version, model: Model, keyword: str) -> Origin:
    place = join(model.origin.pointer, keyword)
    document = version.documents.get(model.origin.file)
    return Origin(model.origin.file, document.published_at(place) if document else place)

"""A JSON value that does not fit its type, decoded as far as it goes.

In: a type and parsed JSON. Out: a value in which whatever fits is typed and whatever does not is as it came, and each
such place.

Why by hand: a validator stops at the first wrong branch, and what is wanted is the most of the body. Only bodies that
failed the exact pass come here. Each part is tried whole first, so the walk goes down only where something does not
fit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel, PydanticUserError, RootModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from .aliases import seen_through
from .decode_errors import Misfit
from .model import EXACT, OpenModel
from .unions import Tagged, UnknownMember, Untagged, name_of

__all__ = ["loosen", "parse_json", "shortened"]

Found: TypeAlias = tuple[object, list[Misfit]]
M = TypeVar("M", bound=BaseModel)
_SHOWN = 120  # an enum of hundreds of values names them all in its message


def parse_json(raw: bytes) -> object:
    """The JSON value of these bytes."""
    return cast("object", json.loads(raw))


def shortened(text: str) -> str:
    """As much of a text as a message bears."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def loosen(kind: object, value: object, place: str) -> Found:
    """The value as its type where it fits, and as it came where not."""
    bare = _bare(kind)
    try:
        return _adapter(kind).validate_json(
            json.dumps(value), strict=True, extra="forbid", context=EXACT, by_name=False
        ), []
    except (ValidationError, PydanticUserError):
        pass  # the walk below finds the places
    origin = get_origin(bare)
    if origin in {Union, UnionType}:
        return _union(kind, bare, value, place)
    if origin is list and isinstance(value, list):
        return _list(get_args(bare), cast("list[object]", value), place)
    if origin is tuple and isinstance(value, list):
        return _tuple(get_args(bare), cast("list[object]", value), place)
    if origin in {dict, Mapping} and isinstance(value, dict):
        return _map(get_args(bare), cast("dict[str, object]", value), place)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _model(bare, value, place)
    return _scalar(kind, value, place)


def _bare(kind: object) -> object:
    """The type without `Annotated` and aliases around it."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif hasattr(kind, "__value__"):
            kind = seen_through(kind)
        else:
            return kind


@lru_cache(maxsize=4096)
def _adapter(kind: object) -> TypeAdapter[object]:
    return cast("TypeAdapter[object]", TypeAdapter(cast("type", kind)))


def _scalar(kind: object, value: object, place: str) -> Found:
    try:
        known = _adapter(kind).validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        return value, [Misfit(place or "body", "wrong value", shortened(error.errors(include_url=False)[0]["msg"]))]
    except PydanticUserError:
        return value, [Misfit(place or "body", "wrong value", "its type cannot be read")]
    return known, [Misfit(place or "body", "unknown value", shortened(repr(value)))]


def _list(arguments: tuple[object, ...], value: list[object], place: str) -> Found:
    found = [loosen(arguments[0], item, f"{place}[{index}]") for index, item in enumerate(value)]
    return [item for item, _ in found], [misfit for _, misfits in found for misfit in misfits]


def _tuple(arguments: tuple[object, ...], value: list[object], place: str) -> Found:
    if len(value) != len(arguments):
        return value, [Misfit(place or "body", "wrong value", f"{len(value)} items, not {len(arguments)}")]
    found = [loosen(kind, item, f"{place}[{at}]") for at, (kind, item) in enumerate(zip(arguments, value, strict=True))]
    return tuple(item for item, _ in found), [misfit for _, misfits in found for misfit in misfits]


def _map(arguments: tuple[object, ...], value: dict[str, object], place: str) -> Found:
    found = {key: loosen(arguments[1], item, _inside(place, key)) for key, item in value.items()}
    return {key: item for key, (item, _) in found.items()}, [
        misfit for _, misfits in found.values() for misfit in misfits
    ]


def _union(kind: object, bare: object, value: object, place: str) -> Found:
    """The branch that holds most; what an object's tag says counts before that."""
    if not isinstance(value, dict | list):
        return _scalar(kind, value, place)
    body, marker = cast("object", value), _marker(kind)
    branches = [each for each in get_args(bare) if each is not type(None) and each is not UnknownMember]
    noted: list[Misfit] = []
    if isinstance(marker, Tagged) and (names := marker.named(body)) is not None:
        noted = [] if names or marker.silent else [_unknown_tag(marker, cast("dict[str, object]", body), place)]
        branches = [each for each in branches if name_of(each) in (names or marker.others())]
        if names:
            return _best(branches, body, place)
    found, misfits = _best(branches, body, place) if branches else (UnknownMember.model_validate(body), [])
    if marker and not noted and isinstance(body, dict) and _is_strange(found, misfits):
        strange = Misfit(place or "body", "wrong value", "no member of the union can hold it")
        return UnknownMember.model_validate(body), [strange]
    return found, [*misfits, *noted]


def _best(branches: list[object], value: object, place: str) -> Found:
    return min((loosen(each, value, place) for each in branches), key=lambda found: (found[0] is value, *_loss(found)))


def _unknown_tag(marker: Tagged, body: dict[str, object], place: str) -> Misfit:
    return Misfit(_inside(place, marker.property), "unknown value", shortened(repr(body[marker.property])))


def _marker(kind: object) -> Tagged | Untagged | None:
    """What an annotation says of the members of its union."""
    kind = seen_through(kind)
    said = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((each for each in said if isinstance(each, Tagged | Untagged)), None)


def _loss(found: Found) -> tuple[bool, int, int, int]:
    """How badly a branch holds a value: strange is worst, then wrong in places."""
    value, misfits = found
    return _is_strange(value, misfits), sum(not misfit.newer for misfit in misfits), -_known(value), len(misfits)


def _is_strange(value: object, misfits: list[Misfit]) -> bool:
    """Whether an object is not what a model is about: it lacks what that requires, or has nothing that it knows."""
    if not isinstance(value, BaseModel) or isinstance(value, UnknownMember | RootModel):
        return isinstance(value, UnknownMember)
    lacks = any(misfit.kind == "missing field" for misfit in misfits)
    return lacks or bool(value.model_extra and not _known(value))


def _known(value: object) -> int:
    """How many of the object's properties the model declares."""
    return len(value.model_fields_set & set(type(value).model_fields)) if isinstance(value, BaseModel) else 0


def _model(kind: type[M], value: object, place: str) -> Found:
    kind.model_rebuild()
    if issubclass(kind, RootModel):
        root, found = loosen(_typed(kind.model_fields["root"]), value, place)
        return cast("type[RootModel[object]]", kind).model_construct(root), found
    if not isinstance(value, dict):
        return value, [Misfit(place or "body", "wrong value", "not an object")]
    body = cast("dict[str, object]", value)
    values: dict[str, object] = {}
    misfits: list[Misfit] = []
    wires = {name if field.alias is None else field.alias: name for name, field in kind.model_fields.items()}
    for wire, name in wires.items():
        field = kind.model_fields[name]
        if wire in body:
            values[name], places = loosen(_typed(field), body[wire], _inside(place, wire))
            misfits += places
        elif field.is_required():
            misfits.append(Misfit(_inside(place, wire), "missing field"))
    extras = {key: item for key, item in body.items() if key not in wires}
    if issubclass(kind, OpenModel):
        extras, places = cast("tuple[dict[str, object], list[Misfit]]", loosen(_extras_of(kind), extras, place))
        misfits += places
    else:
        misfits += [Misfit(_inside(place, key), "unknown field") for key in extras]
    return _construct(kind, values, extras), misfits


def _extras_of(kind: type[OpenModel]) -> object:
    """What the properties without a name must be."""
    return cast("object", get_type_hints(kind.__dict__.get("model_extra", OpenModel.model_extra).fget)["return"])


def _construct(kind: type[M], values: dict[str, object], extras: dict[str, object]) -> M:
    """A model without validation; a required field that is missing reads `None` and does not count as set."""
    missing = {name: None for name, field in kind.model_fields.items() if field.is_required() and name not in values}
    made = kind.model_construct(set(values), **missing, **values)
    if made.model_extra is not None:
        made.model_extra.update(extras)
        made.model_fields_set.update(extras)
    return made


def _typed(field: FieldInfo) -> object:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key

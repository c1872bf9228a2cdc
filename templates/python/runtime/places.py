"""Values at places: found in an answer, and put into the arguments of a request.

In: a place by wire names. Out: what stands there, in models and dictionaries alike; or new arguments, the given ones
left as they were.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, TypeGuard, cast

from .arguments import Arguments
from .errors import PagingError
from .response import Response
from .turns import Place
from .unset import Unset

__all__ = ["at", "found", "given", "put"]


class _Fields(Protocol):
    @property
    def alias(self) -> str | None: ...


class _Dumpable(Protocol):
    def model_dump(self, *, by_alias: bool, exclude_unset: bool) -> dict[str, object]: ...


def at(value: object, path: tuple[str, ...]) -> object:
    """What stands inside a value; `None` where nothing does."""
    for step in path:
        if isinstance(value, Mapping):
            value = cast("Mapping[str, object]", value).get(step)
        else:
            value = getattr(value, _attribute(type(value), step), None)
    return value


def found(response: Response[object], place: Place) -> object:
    """What an answer says at a place."""
    if place.location == "header":
        return response.headers.get(place.path[0])
    return at(response.value, place.path)


def given(arguments: Arguments, place: Place) -> object:
    """What a request says at a place; `None` where it says nothing."""
    value = at(_held(arguments, place), place.path)
    return None if isinstance(value, Unset) else value


def put(arguments: Arguments, place: Place, value: object) -> Arguments:
    """The same arguments, with this value at the place."""
    held = _with(_held(arguments, place), place.path, value)
    match place.location:
        case "path":
            return replace(arguments, path=held)
        case "query":
            return replace(arguments, query=held)
        case "header":
            return replace(arguments, headers=held)
        case "body":
            return replace(arguments, body=held)


def _held(arguments: Arguments, place: Place) -> object:
    match place.location:
        case "path":
            return arguments.path
        case "query":
            return arguments.query
        case "header":
            return arguments.headers
        case "body":
            return arguments.body


def _with(held: object, path: tuple[str, ...], value: object) -> dict[str, object]:
    first, *rest = path
    fields = _fields(held)
    return {**fields, first: _with(fields.get(first), tuple(rest), value) if rest else value}


def _fields(held: object) -> Mapping[str, object]:
    """An object's fields by wire names; a model's as it would send them."""
    if held is None or isinstance(held, Unset):
        return {}
    if isinstance(held, Mapping):
        return cast("Mapping[str, object]", held)
    if _is_model(held):
        return held.model_dump(by_alias=True, exclude_unset=True)
    raise PagingError(f"pass the body as a mapping or a model to go through its pages, not as {type(held).__name__}")


def _is_model(value: object) -> TypeGuard[_Dumpable]:
    return hasattr(type(value), "model_fields")


def _attribute(kind: type, wire: str) -> str:
    fields = cast("Mapping[str, _Fields]", getattr(kind, "model_fields", {}))
    return next(
        (name for name, field in fields.items() if (name if field.alias is None else field.alias) == wire), wire
    )

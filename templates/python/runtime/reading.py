"""JSON bytes to a typed value: exactly and fast first, and with care where the body does not fit.

In: bytes and a type. Out: the value, and each place that does not fit.

Why three passes: nearly every body fits, and the first pass costs what plain validation costs. The second tells, almost
as cheaply, a body that only has fields and values the contract does not know. The third, `lenient.py`, walks the body
value by value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import RLock
from typing import Final, Literal, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from .decode_errors import Misfit
from .lenient import loosen, parse_json, shortened
from .model import EXACT, OpenModel

__all__ = ["BrokenJsonError", "Reader", "adapter_of", "reader_of"]

_LOCK: Final = RLock()
_ADAPTERS: dict[object, TypeAdapter[object]] = {}
_READERS: dict[Callable[[], object], Reader] = {}


class BrokenJsonError(ValueError):
    """The bytes are no JSON; callers turn it into an error of theirs."""


def adapter_of(kind: object) -> TypeAdapter[object]:
    """The validator of a type, built once; a lock, because models finish building on first use."""
    with _LOCK:
        found = _ADAPTERS.get(kind)
        if found is None:
            found = cast("TypeAdapter[object]", TypeAdapter(cast("type", kind)))
            found.rebuild()
            _ADAPTERS[kind] = found
        return found


class Reader:
    """Reads bodies of one type."""

    __slots__ = ("_adapter", "_invited", "_kind", "typed")

    def __init__(self, kind: object) -> None:
        self.typed = kind is not None
        self._kind = kind
        self._adapter = adapter_of(kind)
        self._invited = False

    def read(self, raw: bytes) -> tuple[object, tuple[Misfit, ...]]:
        """The value, and the places that did not fit; raises `BrokenJsonError`."""
        extra: Literal["allow", "forbid"] = "allow" if self._invited else "forbid"
        try:
            value = self._adapter.validate_json(raw, strict=True, extra=extra, context=EXACT, by_name=False)
        except ValidationError as error:
            return self._newer(raw, error)
        return value, tuple(_extras(value, "")) if self._invited else ()

    def _newer(self, raw: bytes, exact: ValidationError) -> tuple[object, tuple[Misfit, ...]]:
        """A body that only holds more than the contract knows; any other goes on to the walk."""
        try:
            value = self._adapter.validate_json(raw, strict=True, extra="allow", by_name=False)
        except ValidationError as error:
            fault = error.errors(include_url=False, include_input=False)[0]
            if fault["type"] == "json_invalid":
                raise BrokenJsonError(fault["msg"]) from None
            return self._walk(raw)
        places = (*_extras(value, ""), *_unknown_values(exact, parse_json(raw)))
        # Only fields that the contract invites: the first pass would fail on each such body.
        self._invited = self._invited or not places
        return value, places

    def _walk(self, raw: bytes) -> tuple[object, tuple[Misfit, ...]]:
        try:
            body = parse_json(raw)
        except ValueError as error:
            raise BrokenJsonError(str(error)) from None
        value, places = loosen(self._kind, body, "")
        return value, tuple(places)


def reader_of(kind: Callable[[], object]) -> Reader:
    """The reader for the type behind a thunk, built once."""
    found = _READERS.get(kind)
    if found is None:
        with _LOCK:
            found = _READERS.setdefault(kind, Reader(kind()))
    return found


def _unknown_values(exact: ValidationError, body: object) -> list[Misfit]:
    places: dict[str, object] = {}
    for fault in exact.errors(include_url=False):
        if fault["type"] == "unknown_value":
            places[_place(fault["loc"], body)] = fault["input"]
        elif fault["type"] == "unknown_member":
            tag = str(fault.get("ctx", {})["tag"])
            places[_place((*fault["loc"], tag), body)] = fault["input"][tag]
    return [Misfit(place, "unknown value", shortened(repr(value))) for place, value in places.items()]


def _place(steps: tuple[int | str, ...], body: object) -> str:
    """The steps that are in the body; the others name a branch of a union."""
    place = ""
    for step in steps:
        if isinstance(step, str) and isinstance(body, dict) and step in body:
            place, body = _inside(place, step), cast("dict[str, object]", body)[step]
        elif isinstance(step, int) and isinstance(body, list):
            place, body = f"{place}[{step}]", cast("list[object]", body)[step]
    return place or "body"


def _extras(value: object, place: str) -> list[Misfit]:
    match value:
        case BaseModel():
            return _extras_of_model(value, place)
        case list() | tuple():
            return [
                found
                for index, item in enumerate(cast("Iterable[object]", value))
                for found in _extras(item, f"{place}[{index}]")
            ]
        case dict():
            return [
                found
                for key, item in cast("dict[str, object]", value).items()
                for found in _extras(item, _inside(place, key))
            ]
        case _:
            return []


def _extras_of_model(value: BaseModel, place: str) -> list[Misfit]:
    found = (
        []
        if isinstance(value, OpenModel)
        else [Misfit(_inside(place, key), "unknown field") for key in value.model_extra or ()]
    )
    for name, field in type(value).model_fields.items():
        found += _extras(getattr(value, name), _inside(place, name if field.alias is None else field.alias))
    if isinstance(value, OpenModel):
        found += _extras(value.model_extra, place)
    return found


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key

"""Python values in the shape that the wire wants: text for scalars, lists and maps for the rest.

In: what a caller passed as a parameter, or inside a free-form body. Out: text, or an error that names the argument.

Why a naive datetime is refused: the server would read it in a zone of its own choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Protocol, TypeAlias, TypeGuard, cast
from uuid import UUID

from .errors import InvalidRequestError
from .unset import Unset
from .written import datetime_text

__all__ = ["Plain", "check_datetimes", "is_model", "plain", "scalar_text"]

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""A value in text: `None` where there is nothing to write."""


class Dumpable(Protocol):
    """A model, without naming its library."""

    @property
    def model_extra(self) -> dict[str, object] | None:
        """The fields that the model does not declare."""
        ...

    def model_dump(self, *, by_alias: bool, exclude_unset: bool) -> dict[str, object]:
        """The fields as a dictionary."""
        ...


def is_model(value: object) -> TypeGuard[Dumpable]:
    """Whether this is a model."""
    return hasattr(type(value), "model_fields")


def plain(value: object, place: str) -> Plain:
    """Text, a list or a map of text; unset and `None` entries of lists and maps are left out."""
    match value:
        case None | Unset():
            return None
        case str() | int() | float() | Decimal() | UUID() | date() | time() | Enum():
            return scalar_text(value, place)
        case _ if is_model(value):
            return plain(value.model_dump(by_alias=True, exclude_unset=True), place)
        case Mapping():
            entries = cast("Mapping[object, object]", value).items()
            return {str(key): text for key, item in entries if (text := plain(item, f"{place}.{key}")) is not None}
        case list() | tuple() | range():
            numbered = enumerate(cast("Iterable[object]", value))
            return [text for index, item in numbered if (text := plain(item, f"{place}[{index}]")) is not None]
        case _:
            raise InvalidRequestError(f"{place}: {type(value).__name__} cannot be written as a parameter", (place,))


def scalar_text(value: object, place: str) -> str:
    """The one spelling of a scalar: JSON's for booleans and numbers, ISO 8601 for times."""
    match value:
        case str() if not isinstance(value, Enum):
            return value
        case Enum():
            return scalar_text(cast("object", value.value), place)
        case bool():
            return "true" if value else "false"
        case datetime():
            return datetime_text(_aware(value, place))
        case date() | time():
            return value.isoformat()
        case int() | float() | Decimal() | UUID():
            return str(value)
        case _ if is_model(value) or isinstance(value, bytes) or type(value).__str__ is object.__str__:
            # Such a value has no text of its own, only a `repr`.
            raise InvalidRequestError(f"{place}: {type(value).__name__} cannot be written as text", (place,))
        case _:
            return str(value)


def check_datetimes(value: object, place: str) -> None:
    """Refuse the first naive datetime in a value that no model has checked."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return
    if isinstance(value, datetime):
        _aware(value, place)
    for key, item in _inside(value):
        check_datetimes(item, f"{place}[{key}]" if isinstance(key, int) else f"{place}.{key}")


def _inside(value: object) -> Iterable[tuple[object, object]]:
    if isinstance(value, Mapping):
        return cast("Mapping[object, object]", value).items()
    if isinstance(value, list | tuple):
        return enumerate(cast("list[object]", value))
    if is_model(value):
        return [*cast("dict[object, object]", value.__dict__).items(), *(value.model_extra or {}).items()]
    return ()


def _aware(value: datetime, place: str) -> datetime:
    if value.tzinfo is None or value.utcoffset() is None:
        raise InvalidRequestError(f"{place}: the datetime has no time zone; give it one, such as tzinfo=UTC", (place,))
    return value

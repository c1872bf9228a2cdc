"""The types of properties that go back as they came.

In: nothing. Out: `ExactDatetime` and `ExactUUID`: a `datetime` with its zone and a `UUID`, each of which remembers its
text where Python would write another (`written.py`).

Why not the model library's own: that forgets the text, and takes bare numbers for times.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypeAlias
from uuid import UUID

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from .written import datetime_text, is_usual, parse_datetime, parse_uuid

__all__ = ["ExactDatetime", "ExactUUID"]

_from_text = datetime.fromisoformat


def _datetime(value: object) -> datetime:
    # The usual text by itself: a list of answers has hundreds of them, and each call more is felt.
    if type(value) is str and is_usual(value):
        try:
            return _from_text(value)
        except ValueError as error:
            raise PydanticCustomError("datetime_parsing", "{why}", {"why": str(error)}) from None
    return _unusual_datetime(value)


def _unusual_datetime(value: object) -> datetime:
    if isinstance(value, str):
        try:
            return parse_datetime(value)
        except ValueError as error:
            raise PydanticCustomError("datetime_parsing", "{why}", {"why": str(error)}) from None
    if not isinstance(value, datetime):
        raise PydanticCustomError("datetime_type", "Input should be a valid datetime")
    if value.utcoffset() is None:
        raise PydanticCustomError("timezone_aware", "Input should have timezone info")
    return value


def _uuid(value: object) -> UUID:
    if isinstance(value, str):
        try:
            return parse_uuid(value)
        except ValueError as error:
            raise PydanticCustomError("uuid_parsing", "{why}", {"why": str(error)}) from None
    if not isinstance(value, UUID):
        raise PydanticCustomError("uuid_type", "Input should be a valid UUID")
    return value


def _text(value: object) -> object:
    """The text on the wire; what did not fit, and was kept as it came, stays so."""
    match value:
        case datetime():
            return datetime_text(value)
        case UUID():
            return str(value)
        case _:
            return value


_AS_WRITTEN = PlainSerializer(_text, when_used="json")

ExactDatetime: TypeAlias = Annotated[datetime, PlainValidator(_datetime), _AS_WRITTEN]
ExactUUID: TypeAlias = Annotated[UUID, PlainValidator(_uuid), _AS_WRITTEN]

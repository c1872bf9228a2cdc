"""The types of properties that go back as they came.

In: nothing. Out: `ExactDatetime` and `ExactUUID`: a `datetime` with its zone and a `UUID`, each of which remembers its
text where Python would write another (`written.py`).

Why not the model library's own: that forgets the text, and takes bare numbers for times.

Why two ways to read one: a list of answers has hundreds of times, and a call into Python for each is felt. Text as
Python would write it too is known by its pattern and read without one; everything else goes through a function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, TypeAlias
from uuid import UUID

from pydantic import PlainSerializer
from pydantic_core import CoreSchema, core_schema

from .written import USUAL_DATETIME, USUAL_UUID, datetime_text, parse_datetime, parse_uuid

__all__ = ["ExactDatetime", "ExactUUID"]


def _datetime(value: object) -> datetime:
    if isinstance(value, str):
        return parse_datetime(value)
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise ValueError
    return value


def _uuid(value: object) -> UUID:
    if isinstance(value, str):
        return parse_uuid(value)
    if not isinstance(value, UUID):
        raise ValueError
    return value


@dataclass(frozen=True, slots=True, eq=False)  # types are cached by hash, and a schema has none
class _Exactly:
    """Reads usual text by `usual`, and everything else by `unusual`; `needed` is what the value should have been."""

    pattern: str
    usual: CoreSchema
    unusual: Callable[[object], object]
    needed: str

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        usual = core_schema.chain_schema([core_schema.str_schema(pattern=self.pattern), self.usual])
        return core_schema.union_schema(
            [usual, core_schema.no_info_plain_validator_function(self.unusual)],
            mode="left_to_right",
            custom_error_type="exact_value",
            custom_error_message=f"Input should be {self.needed}",
        )


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
_EXACT_DATETIME = _Exactly(
    USUAL_DATETIME,
    core_schema.no_info_plain_validator_function(datetime.fromisoformat),
    _datetime,
    "a date and a time with a zone, such as 2026-09-01T09:30:00Z",
)
_EXACT_UUID = _Exactly(
    USUAL_UUID, core_schema.uuid_schema(strict=False), _uuid, "a UUID, such as 0b5dc19c-8b2f-4a4b-9a3a-1b2c3d4e5f60"
)

ExactDatetime: TypeAlias = Annotated[datetime, _EXACT_DATETIME, _AS_WRITTEN]
ExactUUID: TypeAlias = Annotated[UUID, _EXACT_UUID, _AS_WRITTEN]

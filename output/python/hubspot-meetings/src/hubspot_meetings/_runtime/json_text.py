"""Any value as JSON.

In: models, lists, mappings, scalars, times. Out: JSON by wire names, only with the fields that were set.
"""

from __future__ import annotations

from typing import Final

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from .errors import InvalidRequestError
from .values import check_datetimes

__all__ = ["json_bytes", "json_text"]

_ANY: Final = TypeAdapter[object](object)


def json_bytes(value: object, place: str) -> bytes:
    """JSON as bytes; an error names the argument that cannot be written."""
    check_datetimes(value, place)
    try:
        return _ANY.dump_json(value, by_alias=True, exclude_unset=True, warnings=False)
    except PydanticSerializationError as error:
        raise InvalidRequestError(f"{place}: {error}", (place,)) from None


def json_text(value: object, place: str) -> str:
    """JSON as text."""
    return json_bytes(value, place).decode()

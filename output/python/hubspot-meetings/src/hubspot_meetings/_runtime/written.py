"""Times and identifiers that remember how they were written.

In: text from an answer. Out: a `datetime` or a `UUID`, or a `ValueError`.

A time can be written in many ways (`12:00:00Z`, `12:00:00.000Z`, `14:00:00+02:00`, nine digits of a second), and an API
may compare what it gets back with what it has as text. So a value that Python would write otherwise remembers its text;
whatever is computed from it is written Python's way.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, SupportsIndex
from uuid import UUID

__all__ = [
    "USUAL_DATETIME",
    "USUAL_UUID",
    "WrittenDatetime",
    "WrittenUUID",
    "datetime_text",
    "parse_datetime",
    "parse_uuid",
]

_DATETIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")

USUAL_DATETIME = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.([0-9]{2}[1-9]|[0-9][1-9]0|[1-9]00))?Z$"
"""A time as Python would write it too: to the second, or with thousandths as JavaScript does.

Read by the engine of pydantic as well, so it has only what both know.
"""

USUAL_UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
"""A UUID as Python would write it too."""

_USUAL = re.compile(USUAL_DATETIME)


class WrittenDatetime(datetime):
    """A datetime with its text; a computed one has none."""

    written = ""

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        return (parse_datetime, (self.written,)) if self.written else super().__reduce_ex__(protocol)


class WrittenUUID(UUID):
    """A UUID with its text, capitals and all."""

    __slots__ = ("_written",)
    _written: str

    def __init__(self, text: str) -> None:
        super().__init__(text)
        object.__setattr__(self, "_written", text)  # a UUID lets nobody change it

    def __str__(self) -> str:
        return self._written

    def __reduce__(self) -> tuple[object, ...]:
        return WrittenUUID, (str(self),)


def parse_datetime(text: str) -> datetime:
    """A time with its zone, as RFC 3339 has it."""
    if _USUAL.match(text):
        return datetime.fromisoformat(text)
    if not _DATETIME.fullmatch(text):
        raise ValueError("not a date and a time with a zone, such as 2026-09-01T09:30:00Z")
    found = WrittenDatetime.fromisoformat(text.upper())
    found.written = text
    return found


def parse_uuid(text: str) -> UUID:
    """Five groups of hexadecimal digits."""
    if not _UUID.fullmatch(text):
        raise ValueError("not a UUID, such as 0b5dc19c-8b2f-4a4b-9a3a-1b2c3d4e5f60")
    found = UUID(text)
    return found if str(found) == text else WrittenUUID(text)


def datetime_text(value: datetime) -> str:
    """The text that it came as, or ISO 8601 with `Z` for UTC, and no more digits of a second than it has."""
    fine = "milliseconds" if value.microsecond and not value.microsecond % 1000 else "auto"
    return getattr(value, "written", "") or value.isoformat(timespec=fine).replace("+00:00", "Z")

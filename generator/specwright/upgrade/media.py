"""Media types of a Swagger 2.0 document: those that an operation names itself, or the document for all.

In: `consumes` or `produces`. Out: media types, the one to do best with first.

Why JSON where nothing is said: it is what such documents mean; with no media type nothing could be sent or read.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.load import Json

__all__ = ["ANYTHING", "FORM", "JSON", "MULTIPART", "listed", "ordered", "without_json"]

ANYTHING = "application/octet-stream"
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
MULTIPART = "multipart/form-data"


def listed(node: Mapping[str, Json], key: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The media types at a key, in a settled order."""
    value = node.get(key)
    if not isinstance(value, list):
        return otherwise
    return tuple(sorted({each for each in value if isinstance(each, str)}))


def ordered(media_types: tuple[str, ...], otherwise: str) -> tuple[str, ...]:
    """All of them, JSON first; the other one where there are none."""
    return tuple(sorted(media_types, key=lambda each: (not _is_json(each), each))) or (otherwise,)


def without_json(media_types: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a file may have: what says JSON beside a file is the document's general word."""
    return tuple(each for each in media_types if not _is_json(each))


def _is_json(media_type: str) -> bool:
    name = media_type.partition(";")[0].strip().lower()
    return name == JSON or name.endswith("+json")

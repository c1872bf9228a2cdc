"""Bodies that are sent without being held in memory.

In: bytes, a path, an open file, an iterator of bytes, or `(name, content)` and `(name, content, media type)` for a
part.
Out: `Upload` and `Multipart`, which the transport opens when it sends them.

Why opened so late: a request that is built and not sent opens nothing, and a retry reads a file from its start again.
"""

from __future__ import annotations

import io
from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TypeAlias, cast
from urllib.parse import unquote

from .answers import is_json
from .errors import InvalidRequestError
from .json_text import json_bytes
from .operation import Encoding
from .styles import query_pairs, styled
from .unset import Unset
from .values import is_model, scalar_text

__all__ = ["Multipart", "Part", "Source", "Upload", "multipart", "upload"]

Source: TypeAlias = bytes | Path | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]


@dataclass(frozen=True, slots=True)
class Upload:
    """One stream of bytes, and where an open file began."""

    source: Source
    start: int | None = None

    @property
    def repeatable(self) -> bool:
        """Whether the same bytes can be sent again."""
        return isinstance(self.source, bytes | Path) or self.start is not None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body; without `filename` it is a plain field."""

    name: str
    upload: Upload
    filename: str | None = None
    media_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Multipart:
    """A multipart body."""

    parts: tuple[Part, ...]

    @property
    def repeatable(self) -> bool:
        """Whether every part can be sent again."""
        return all(part.upload.repeatable for part in self.parts)


def upload(value: object, place: str) -> Upload:
    """A stream of bytes from whatever holds them."""
    match value:
        case bytes() | Path():
            return Upload(value)
        case bytearray() | memoryview():
            return Upload(bytes(cast("bytearray", value)))
        case str() | Mapping() | list() | tuple() | io.TextIOBase():
            raise InvalidRequestError(
                f"{place}: give bytes, a path, a file open in binary mode, or an iterator", (place,)
            )
        case io.IOBase() if value.seekable():
            return Upload(cast("IO[bytes]", value), value.tell())
        case Iterable() | AsyncIterable() if not is_model(cast("object", value)):
            return Upload(cast("Source", value))
        case _:
            raise InvalidRequestError(f"{place}: {type(value).__name__} holds no bytes", (place,))


def multipart(
    fields: Mapping[str, object], encodings: tuple[Encoding, ...] = (), files: tuple[str, ...] = ()
) -> Multipart:
    """A part for each field, in order; a list repeats its field, an object travels as JSON."""
    for name in files:
        _refuse_text(name, fields.get(name))
    known = {each.property: each for each in encodings}
    return Multipart(tuple(part for name, value in fields.items() for part in _encoded(name, value, known.get(name))))


def _refuse_text(name: str, value: object) -> None:
    """The name of a file would be sent in the place of what is in it."""
    for each in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(each, str):
            remedy = "Give its bytes, pathlib.Path(...), or a file open in binary mode"
            raise InvalidRequestError(f"{name}: a text is no file. {remedy}", (name,))


def _encoded(name: str, value: object, encoding: Encoding | None) -> list[Part]:
    """The parts of a field as the contract wants them."""
    if encoding is None or value is None or isinstance(value, Unset):
        return _parts(name, value)
    if encoding.style is not None:
        pairs = (pair.partition("=") for pair in query_pairs(styled(encoding), value))
        return [Part(unquote(key), Upload(unquote(text).encode())) for key, _, text in pairs]
    media_type = encoding.media_type or ""
    if is_json(media_type) and not isinstance(value, bytes | Path | io.IOBase):
        return [Part(name, Upload(json_bytes(value, name)), None, media_type)]
    if not media_type or "," in media_type or "*" in media_type:
        return _parts(name, value)
    return [replace(part, media_type=part.media_type or media_type) for part in _parts(name, value)]


def _parts(name: str, value: object) -> list[Part]:
    match value:
        case None | Unset():
            return []
        case list():
            return [part for item in cast("list[object]", value) for part in _parts(name, item)]
        case tuple():
            return [_named_part(name, cast("tuple[object, ...]", value))]
        case _ if isinstance(value, Mapping) or is_model(value):
            return [Part(name, Upload(json_bytes(cast("object", value), name)), None, "application/json")]
        case bytes() | Path() | io.IOBase() | Iterable() if not isinstance(value, str):
            return [Part(name, upload(cast("object", value), name), _file_name(cast("object", value)))]
        case _:
            return [Part(name, Upload(scalar_text(value, name).encode()))]


def _named_part(name: str, value: tuple[object, ...]) -> Part:
    match value:
        case (str() as filename, content):
            return Part(name, _content(content, name), filename)
        case (str() as filename, content, str() as media_type):
            return Part(name, _content(content, name), filename, media_type)
        case (str() as filename, content, str() as media_type, headers) if isinstance(headers, Mapping):
            named = {str(key): str(text) for key, text in cast("Mapping[object, object]", headers).items()}
            return Part(name, _content(content, name), filename, media_type, named)
        case _:
            raise InvalidRequestError(f"{name}: a file is (name, content) or (name, content, media type)", (name,))


def _content(content: object, name: str) -> Upload:
    return Upload(content.encode()) if isinstance(content, str) else upload(content, name)


def _file_name(value: object) -> str:
    name: object = getattr(value, "name", None)
    return Path(name).name if isinstance(name, str) and name else "upload"

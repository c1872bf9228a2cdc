"""The body of a request, by the kind of its media type.

In: the contract's body and the caller's values by wire names. Out: bytes or an upload, with its media type; or an
error that names the argument that does not fit, before anything is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, cast
from urllib.parse import urlencode

from pydantic import ValidationError

from .answers import is_json, pick_media
from .errors import InvalidRequestError
from .json_text import json_bytes, json_text
from .operation import Body, Content
from .reading import adapter_of
from .request import Content as Wire
from .styles import query_pairs, styled
from .unset import UNSET, Unset
from .uploads import Upload, multipart, upload
from .values import check_datetimes, is_model, scalar_text

__all__ = ["encode_body"]

_SENT_AS: Final = {
    "json": "application/json",
    "binary": "application/octet-stream",
    "text": "text/plain",
    "jsonlines": "application/jsonl",
}


def encode_body(
    body: Body, value: object, content_type: str | Unset, extra: Mapping[str, object]
) -> tuple[Wire, str] | tuple[None, None]:
    """The bytes and the media type; `(None, None)` for no body."""
    given = _given(value)
    if isinstance(given, Unset) and body.required and not extra:
        raise InvalidRequestError("body: the operation needs a body", ("body",))
    if not extra and (isinstance(given, Unset) or (given == {} and not body.required)):
        return None, None
    content, media_type = _content(body, content_type)
    if not content_type and _is_file(content, given):
        media_type = _SENT_AS["binary"]
    if extra:
        given = _with_extra(content, {} if isinstance(given, Unset) else given, extra)
        content = replace(content, type=None)
    return _encode(content, given), media_type


def _given(value: object) -> object:
    if type(value) is not dict:
        return value
    fields = cast("dict[str, object]", value)
    return cast("object", {name: item for name, item in fields.items() if item is not UNSET})


def _content(body: Body, content_type: str | Unset) -> tuple[Content, str]:
    if not content_type:
        content = body.contents[0]
        return content, _SENT_AS.get(
            content.kind, content.media_type
        ) if "*" in content.media_type else content.media_type
    found = pick_media(body.contents, content_type)
    if found is not None:
        return found, content_type
    known = ", ".join(content.media_type for content in body.contents)
    raise InvalidRequestError(f"content_type: {content_type!r} is not among {known}", ("content_type",))


def _with_extra(content: Content, given: object, extra: Mapping[str, object]) -> dict[str, object]:
    """The body that the contract knows, as plain fields, and the caller's own on top."""
    if content.kind == "multipart" or given == {}:
        return {**_fields(given), **extra}
    return {**_fields(_checked(content, given)), **extra}


def _encode(content: Content, value: object) -> Wire:
    match content.kind:
        case "json":
            return _json(content, value)
        case "form":
            return _form(content, value)
        case "multipart":
            return multipart(_fields(value), content.encodings, content.files)
        case "text" if _is_file(content, value):
            stream = upload(value, "body")
            return stream.source if isinstance(stream.source, bytes) else stream
        case "text":
            return value if isinstance(value, bytes) else _text(content, value)
        case "jsonlines":
            return _lines(content, value)
        case "binary" | "events":
            stream = upload(value, "body")
            return stream.source if isinstance(stream.source, bytes) else stream


def _is_file(content: Content, value: object) -> bool:
    """Whether a body of any media type, which may be text, is not."""
    return content.kind == "text" and "*" in content.media_type and not isinstance(value, str)


def _lines(content: Content, value: object) -> Wire:
    """A line for each item; what is no list is written while it is sent, so it may have any length."""
    mark = b"\x1e" if content.media_type.endswith("json-seq") else b""
    lines = (mark + json_bytes(item, "body") + b"\n" for item in cast("Iterable[object]", value))
    return b"".join(lines) if isinstance(value, list | tuple) else Upload(lines)


def _json(content: Content, value: object) -> bytes:
    checked = _checked(content, value)
    if content.type is None:
        return json_bytes(checked, "body")
    return adapter_of(content.type()).dump_json(checked, by_alias=True, exclude_unset=True, warnings=False)


def _text(content: Content, value: object) -> bytes:
    try:
        return scalar_text(value, "body").encode()
    except InvalidRequestError:
        message = f"body: {content.media_type} is text; give text or bytes, not {type(value).__name__}"
        raise InvalidRequestError(message, ("body",)) from None


def _form(content: Content, value: object) -> bytes:
    encodings = {each.property: each for each in content.encodings}
    pieces: list[str] = []
    for name, item in _fields(_checked(content, value)).items():
        encoding = encodings.get(name)
        if encoding is not None and encoding.style is not None:
            pieces += query_pairs(styled(encoding), item)
            continue
        whole = encoding is not None and is_json(encoding.media_type or "")
        single: list[object] = [item]
        if isinstance(item, list | tuple) and not whole:
            single = cast("list[object]", item)
        pieces += [urlencode([(name, _form_text(one, name))]) for one in single if one is not None and one is not UNSET]
    return "&".join(pieces).encode()


def _form_text(value: object, name: str) -> str:
    if is_model(value) or isinstance(value, Mapping | list | tuple):
        return json_text(cast("object", value), name)
    return scalar_text(value, name)


def _fields(value: object) -> Mapping[str, object]:
    match value:
        case _ if is_model(value):
            return value.model_dump(by_alias=True, exclude_unset=True)
        case Mapping():
            return cast("Mapping[str, object]", value)
        case _:
            raise InvalidRequestError(f"body: {type(value).__name__} is not an object", ("body",))


def _checked(content: Content, value: object) -> object:
    """The value as its model; every argument that does not fit is named."""
    kind = None if content.type is None else content.type()
    names = _names(kind)
    for wire, item in _named(value):
        check_datetimes(item, names.get(wire, wire))
    if kind is None:
        return value
    try:
        return adapter_of(kind).validate_python(value)
    except ValidationError as error:
        faults = [
            (_place(fault["loc"], names), fault["msg"])
            for fault in error.errors(include_url=False, include_input=False)
        ]
    message = "; ".join(f"{place}: {text}" for place, text in faults)
    raise InvalidRequestError(message, tuple(dict.fromkeys(place for place, _ in faults)))


def _named(value: object) -> Iterable[tuple[str, object]]:
    return cast("dict[str, object]", value).items() if isinstance(value, dict) else [("body", value)]


def _names(kind: object) -> Mapping[str, str]:
    """The caller's name for each wire name."""
    fields = getattr(kind, "model_fields", {})
    return {name if field.alias is None else field.alias: name for name, field in fields.items()}


def _place(steps: tuple[int | str, ...], names: Mapping[str, str]) -> str:
    if not steps:
        return "body"
    first = names.get(str(steps[0]), str(steps[0]))
    return first + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps[1:])

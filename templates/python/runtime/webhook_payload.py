"""A webhook's body as the type that the contract gives it.

In: the contract's media types, the body, and the headers that came with it. Out: the value; one warning for a body that
does not fit and is used all the same; a `WebhookPayloadError` for one that cannot be used.

Why an empty body is an error even where the contract lets it be left out: a body is optional unless a contract says
otherwise, hardly any says so, and hardly any sends none.
"""

from __future__ import annotations

import json
from typing import cast
from urllib.parse import parse_qsl

from pydantic import TypeAdapter, ValidationError

from .answers import pick_content
from .decode_errors import DecodeWarning, Misfit, NewerAnswerWarning, describe
from .headers import Headers
from .lenient import loosen
from .operation import Content
from .reading import BrokenJsonError, adapter_of, reader_of
from .warn import warn_here
from .webhook_errors import WebhookPayloadError

__all__ = ["json_of", "payload_of"]


def payload_of(name: str, contents: tuple[Content, ...], body: bytes, headers: Headers, *, strict: bool) -> object:
    """The value in a body."""
    if not contents:
        return None
    if not body:
        raise WebhookPayloadError(f"{name}: the body is empty", body)
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    content = pick_content(contents, media_type, body)
    if content is None:
        known = ", ".join(each.media_type for each in contents)
        came = media_type or "without a media type"
        raise WebhookPayloadError(f"{name}: the body came {came}, the contract knows {known}", body)
    try:
        value, misfits = _read(content, body)
    except BrokenJsonError as error:
        raise WebhookPayloadError(f"{name}: the body is not JSON: {error}", body) from None
    if misfits:
        message = f"{name}: the body does not fit the contract at {describe(misfits)}"
        if strict:
            raise WebhookPayloadError(message, body, misfits)
        warn_here(message, NewerAnswerWarning if all(each.newer for each in misfits) else DecodeWarning)
    return value


def json_of(name: str, body: bytes) -> object:
    """A body as plain JSON."""
    try:
        return cast("object", json.loads(body))
    except (ValueError, RecursionError) as error:
        raise WebhookPayloadError(f"{name}: the body is not JSON: {error}", body) from None


def _read(content: Content, body: bytes) -> tuple[object, tuple[Misfit, ...]]:
    match content.kind:
        case "json":
            return _json(content, body)
        case "form":
            return _form(content, body)
        case "text":
            return body.decode("utf-8", "replace"), ()
        case "jsonlines":
            read = [_json(content, line) for line in body.splitlines() if line.strip()]
            return [value for value, _ in read], tuple(misfit for _, misfits in read for misfit in misfits)
        case _:
            return body, ()


def _json(content: Content, body: bytes) -> tuple[object, tuple[Misfit, ...]]:
    if content.type is not None:
        return reader_of(content.type).read(body)
    try:
        return cast("object", json.loads(body)), ()
    except (ValueError, RecursionError) as error:
        raise BrokenJsonError(str(error)) from None


def _form(content: Content, body: bytes) -> tuple[object, tuple[Misfit, ...]]:
    """The fields of a form, as their types where they fit; a field that came more than once is a list."""
    fields: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
        fields.setdefault(name, []).append(value)
    plain: dict[str, object] = {name: values[0] if len(values) == 1 else values for name, values in fields.items()}
    if content.type is None:
        return plain, ()
    kind = content.type()
    adapter = adapter_of(kind)
    try:
        return adapter.validate_python(plain, by_name=False), ()
    except ValidationError as error:
        lists = {fault["loc"][0] for fault in error.errors() if fault["type"] == "list_type" and fault["loc"]}
    return _with_lists(kind, adapter, plain | {name: fields[name] for name in fields if name in lists})


def _with_lists(
    kind: object, adapter: TypeAdapter[object], fields: dict[str, object]
) -> tuple[object, tuple[Misfit, ...]]:
    """A list of one item looks like a text in a form; the type has told which these are."""
    try:
        return adapter.validate_python(fields, by_name=False), ()
    except ValidationError:
        value, misfits = loosen(kind, fields, "")
        return value, tuple(misfits)

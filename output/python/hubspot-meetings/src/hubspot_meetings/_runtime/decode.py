"""A raw answer to the value that a method returns, or to the error that it raises.

In: a plan and a raw answer. Out: a `Response` with its value; a `StatusError` for a status that is no success, a
`DecodeError` for a body that cannot be used, one warning for a body that does not fit and is used all the same.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import cast

from .answers import is_json, pick_content, pick_media
from .decode_errors import (
    BrokenBodyError,
    ContentTypeError,
    DecodeWarning,
    Misfit,
    MisfitError,
    NewerAnswerWarning,
    describe,
)
from .effects import RawAnswer
from .events import events_of
from .failure import status_error
from .operation import Answer, Content
from .plan import Plan
from .reading import BrokenJsonError, reader_of
from .request import Request
from .response import Response
from .warn import warn_here

__all__ = ["decode", "fail", "media_type_of", "outline", "read_json", "report", "with_value"]

_BODILESS = frozenset({204, 205, 304})


def decode(plan: Plan, request: Request, raw: RawAnswer, retries: int) -> Response[object]:
    """The response with its value; raises what the answer means otherwise."""
    outcome = outline(plan, request, raw, retries)
    answer = plan.answers.find(raw.status)
    misfits: tuple[Misfit, ...] = ()
    if not 200 <= raw.status < 300:
        is_result = answer is not None and answer is not plan.answers.default and plan.answers.good is None
        if raw.status >= 400 or not is_result:
            raise fail(plan, outcome)
    elif answer is None and plan.answers.good is not None:
        answer = plan.answers.good
        misfits = _undeclared(answer, raw, request)
    bodiless = raw.status in _BODILESS or request.method == "HEAD" or (misfits and not raw.content)
    if answer is None or not answer.contents or bodiless:
        value: object = None
    else:
        content = _content(plan, answer, outcome)
        value, found = _value(plan, content, outcome)
        misfits += (*_unasked(content, answer, outcome, request), *found)
    if misfits:
        report(plan, misfits, outcome, value)
    return with_value(outcome, value)


def _undeclared(good: Answer, raw: RawAnswer, request: Request) -> tuple[Misfit, ...]:
    """A good status that the contract does not declare; without the promised body it is more than newer."""
    status = Misfit("status", "undeclared status", str(raw.status))
    promised = good.contents and request.method != "HEAD"
    return (status, Misfit("body", "missing body")) if promised and not raw.content else (status,)


def _unasked(content: Content, answer: Answer, outcome: Response[None], request: Request) -> tuple[Misfit, ...]:
    """A value of another type than the method promises for what was asked for."""
    asked = request.headers.get("accept", "").partition(",")[0]
    promised = pick_media(answer.contents, asked) or answer.contents[0]
    if content is promised or (content.kind, _type(content)) == (promised.kind, _type(promised)):
        return ()
    return (Misfit("content-type", "another media type", f"{media_type_of(outcome)} for {asked}"),)


def _type(content: Content) -> object:
    return content.type and content.type()


def outline(plan: Plan, request: Request, raw: RawAnswer, retries: int) -> Response[None]:
    """The response before its body is read."""
    headers = raw.headers
    names = plan.api.request_id_headers
    request_id = next((found for name in names if (found := headers.get(name)) is not None), None)
    operation = plan.operation
    return Response(
        None, raw.status, headers, raw.content, operation.name, request.method, request.shown_url, request_id, retries
    )


def with_value(outcome: Response[None], value: object) -> Response[object]:
    """The response with the value of its body."""
    return Response(
        value,
        outcome.status,
        outcome.headers,
        outcome.content,
        outcome.operation,
        outcome.method,
        outcome.url,
        outcome.request_id,
        outcome.retries,
    )


def fail(plan: Plan, outcome: Response[None]) -> Exception:
    """The error of a status that is no success, with the error model of the contract where it fits."""
    return status_error(plan, with_value(outcome, _error_value(plan, outcome)), _json_or_text(outcome))


def _content(plan: Plan, answer: Answer, outcome: Response[None]) -> Content:
    media_type = media_type_of(outcome)
    content = pick_content(answer.contents, media_type, outcome.content)
    if content is None:
        known = ", ".join(content.media_type for content in answer.contents)
        came = f"status {outcome.status} came as {media_type or 'no media type'}"
        raise ContentTypeError(f"{plan.operation.name}: {came}, the contract knows {known}", outcome)
    return content


def _value(plan: Plan, content: Content, outcome: Response[None]) -> tuple[object, tuple[Misfit, ...]]:
    try:
        return _read(content, outcome)
    except BrokenJsonError as error:
        media_type = media_type_of(outcome).partition(";")[0].strip()
        reason = f"a body that is not JSON: {error}" if outcome.content else "nothing: the body is empty"
        message = f"{plan.operation.name}: status {outcome.status} came with {reason}"
        sloppy = (
            "*" not in content.media_type and not is_json(media_type) and media_type not in {"", content.media_type}
        )
        raise (ContentTypeError if sloppy else BrokenBodyError)(message, outcome) from None


def _read(content: Content, outcome: Response[None]) -> tuple[object, tuple[Misfit, ...]]:
    match content.kind:
        case "json":
            return read_json(content, outcome.content)
        case "text" if "*" in content.media_type and is_json(media_type_of(outcome).partition(";")[0].strip().lower()):
            return read_json(content, outcome.content)
        case "text" | "form":
            return _text(outcome), ()
        case "binary" | "multipart":
            return outcome.content, ()
        case "events":
            return list(events_of([outcome.content])), ()
        case "jsonlines":
            lines = [read_json(content, line) for line in outcome.content.splitlines() if line.strip()]
            found = [
                replace(misfit, place=f"[{at}].{misfit.place}")
                for at, (_, misfits) in enumerate(lines)
                for misfit in misfits
            ]
            return [value for value, _ in lines], tuple(found)


def read_json(content: Content, body: bytes) -> tuple[object, tuple[Misfit, ...]]:
    """JSON as the value of its type."""
    if content.type is not None and (reader := reader_of(content.type)).typed:
        return reader.read(body)
    try:
        return cast("object", json.loads(body)), ()
    except (ValueError, RecursionError) as error:
        raise BrokenJsonError(str(error)) from None


def report(plan: Plan, misfits: tuple[Misfit, ...], outcome: Response[None], value: object) -> None:
    """One warning for all places that do not fit, or the error that it is to a strict client."""
    message = f"{plan.operation.name}: the answer does not fit the contract at {describe(misfits)}"
    if plan.settings.strict:
        raise MisfitError(message, outcome, misfits)
    message += "; None is returned" if value is None else ""
    warn_here(message, NewerAnswerWarning if all(misfit.newer for misfit in misfits) else DecodeWarning)


def _error_value(plan: Plan, outcome: Response[None]) -> object:
    answer = plan.answers.find(outcome.status)
    if answer is None or not outcome.content:
        return _json_or_text(outcome)
    content = pick_content(answer.contents, media_type_of(outcome), outcome.content)
    if content is None:
        return _json_or_text(outcome)
    try:
        value, misfits = _read(content, outcome)
    except BrokenJsonError:
        return _json_or_text(outcome)
    # A body of quite another shape tells more as it is than as a model of empty fields.
    alien = any(misfit.kind == "missing field" for misfit in misfits)
    return _json_or_text(outcome) if alien else value


def _json_or_text(outcome: Response[None]) -> object:
    if not outcome.content:
        return None
    try:
        return cast("object", json.loads(outcome.content))
    except (ValueError, RecursionError):
        return _text(outcome)


def _text(outcome: Response[None]) -> str:
    _, _, charset = outcome.headers.get("content-type", "").lower().partition("charset=")
    try:
        return outcome.content.decode(charset.partition(";")[0].strip(' "') or "utf-8", "replace")
    except LookupError:
        return outcome.content.decode("utf-8", "replace")


def media_type_of(outcome: Response[None]) -> str:
    """The media type of the body, its parameters included."""
    return outcome.headers.get("content-type", "").strip().lower()

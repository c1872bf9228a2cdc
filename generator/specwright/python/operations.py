"""Operations: each one as data for the runtime, and the types it takes and gives.

In: a version and one of its operations. Out: an `OperationView`, and the annotation of what a good answer holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specwright.flatten import content_fields
from specwright.ir import Content, Operation, Parameter, Response, Scalar
from specwright.media import is_stream, kind_of, preferred
from specwright.python.files import is_made_of_files
from specwright.python.paging import end_text, turn_text
from specwright.python.servers import servers_of
from specwright.python.types import annotation
from specwright.python.views import (
    AnswerView,
    ContentView,
    EncodingView,
    OperationView,
    PagingView,
    ParameterView,
    UseView,
)
from specwright.sdk import Version

__all__ = [
    "content_type", "content_views", "gives_items", "good_answers", "is_streaming", "operation_view", "plain_type",
    "result_type", "results", "variable",
]  # fmt: skip

_SENT = {"text": "str", "binary": "bytes"}


def variable(version: Version, operation: Operation) -> str:
    """The constant that holds the operation in its resource's module."""
    return f"_{version.names.operations[operation.key].method.strip('_').upper()}"


def result_type(version: Version, operation: Operation) -> str:
    """What a good answer decodes to; a union where several statuses bring different things."""
    types = dict.fromkeys(written for written, _ in results(version, operation))
    return " | ".join(sorted(types, key=lambda text: text == "None")) or "None"


def results(version: Version, operation: Operation) -> tuple[tuple[str, Response], ...]:
    """The answers that a call returns, each with its type."""
    # The answer to HEAD never has the body that its headers tell of.
    is_bare = operation.method == "HEAD"
    return tuple(("None" if is_bare else _type(version, each), each) for each in good_answers(operation))


def good_answers(operation: Operation) -> tuple[Response, ...]:
    """The answers that a call returns: the good ones, else redirects, else the default."""
    for kind in ("2", "3", "default"):
        chosen = tuple(each for each in operation.responses if each.status.startswith(kind))
        if chosen:
            return chosen
    return ()


def is_streaming(operation: Operation) -> bool:
    """Whether an answer may be a stream of items, of which each way of calling has its own."""
    return any(is_stream(each) for response in good_answers(operation) for each in response.contents)


def plain_type(written: str) -> str:
    """A type as a reader knows it."""
    return written.replace("models.", "").replace("builtins.", "")


def gives_items(version: Version, operation: Operation) -> bool:
    """Whether a plain call gives nothing but items, one by one."""
    written = result_type(version, operation)
    return is_streaming(operation) and written.startswith("ItemStream[") and not written.endswith(" | None")


def operation_view(version: Version, operation: Operation) -> OperationView:
    """The operation as its resource's module spells it."""
    body = operation.body
    return OperationView(
        variable=variable(version, operation),
        type=_operation_type(version, operation),
        id=operation.id,
        name=version.names.operations[operation.key].dotted,
        method=operation.method,
        path=operation.path,
        security=tuple(tuple(UseView(use.scheme, use.scopes) for use in uses) for uses in operation.security),
        parameters=tuple(_parameter(each) for each in operation.parameters),
        body=content_views(version, body.contents) if body else (),
        body_required=bool(body and body.required),
        answers=tuple(AnswerView(each.status, content_views(version, each.contents)) for each in operation.responses),
        paging=_paging(operation),
        idempotency_header=_idempotency_header(operation),
        servers=servers_of(version.api, operation),
    )


def _operation_type(version: Version, operation: Operation) -> str:
    """What a call of the operation gives, in whatever media type it comes."""
    if is_streaming(operation):
        return "Any"
    contents = [each for response in good_answers(operation) for each in preferred(response.contents)[1:]]
    others = [] if operation.method == "HEAD" else [content_type(version, each) for each in contents]
    types = dict.fromkeys([*(written for written, _ in results(version, operation)), *others])
    return " | ".join(sorted(types, key=lambda text: text == "None")) or "None"


def _type(version: Version, response: Response) -> str:
    """What the runtime makes of an answer in its preferred media type."""
    return content_type(version, next(iter(preferred(response.contents)), None))


def content_type(version: Version, content: Content | None) -> str:
    """What the runtime makes of an answer's body."""
    if content is None:
        return "None"
    written = annotation(content.shape, version.names.types)
    match kind_of(content):
        case "json":
            return written
        case "jsonlines":
            return f"ItemStream[{written}]"
        case "events":
            return f"ItemStream[ServerSentEvent[{written if _has_value(content) else 'str'}]]"
        case "text" | "form":
            return "str"
        case "binary" | "multipart":
            return "bytes"


def content_views(version: Version, contents: Iterable[Content]) -> tuple[ContentView, ...]:
    """Media types as the runtime takes them, the preferred one first."""
    return tuple(
        ContentView(
            each.media_type, kind_of(each), _thunk(version, each), tuple(_encodings(each)), tuple(_files(version, each))
        )
        for each in preferred(contents)
    )


def _encodings(content: Content) -> Iterator[EncodingView]:
    """The properties of a form that are not written as any property of their type is."""
    for each in content.encodings if kind_of(content) in ("form", "multipart") else ():
        if each.media_type or each.style:
            yield EncodingView(each.property, each.media_type, each.style, each.explode, each.allow_reserved)


def _files(version: Version, content: Content) -> Iterator[str]:
    """The properties of a form that can be nothing but files."""
    for field in content_fields(content, version.models) if kind_of(content) == "multipart" else ():
        if is_made_of_files(field.shape, version.models):
            yield field.name


def _thunk(version: Version, content: Content) -> str:
    plain = _SENT.get(kind_of(content)) or (annotation(content.shape, version.names.types) if content.shape else "")
    is_text = kind_of(content) == "events" and not _has_value(content)
    return "" if plain in ("", "Any") or is_text else f"lambda: {plain}"


def _has_value(content: Content) -> bool:
    """Whether the data of an event is JSON; text is what it is anyway."""
    return content.shape is not None and not (isinstance(content.shape, Scalar) and content.shape.type == "string")


def _parameter(parameter: Parameter) -> ParameterView:
    return ParameterView(
        wire=parameter.name,
        location=parameter.location,
        style=parameter.style,
        explode=parameter.explode,
        allow_reserved=parameter.allow_reserved,
        media_type=parameter.media_type,
        required=parameter.required,
    )


def _paging(operation: Operation) -> PagingView | None:
    paging = operation.paging
    if paging is None:
        return None
    return PagingView(paging.items, paging.keyed, turn_text(paging.turn), tuple(map(end_text, paging.ends)))


def _idempotency_header(operation: Operation) -> str | None:
    headers = (each.name for each in operation.parameters if each.location == "header")
    return next((name for name in headers if name.lower() == "idempotency-key"), None)

"""Probes of bodies and media types."""

from __future__ import annotations

from collections.abc import Mapping

from probing import OPERATION, THING, Probe

from specwright.load import Json

__all__ = ["PROBES"]

_BODY = f"{OPERATION}/requestBody"
_JSON = f"{_BODY}/content/application~1json"
_ANSWER = f"{OPERATION}/responses/200"
_FORM = f"{_BODY}/content/multipart~1form-data"
_FORMS: Mapping[str, Json] = {f"{_BODY}/content": {"multipart/form-data": {"schema": {"$ref": f"#{THING}"}}}}
_FILES: Mapping[str, Json] = {
    f"{_BODY}/content": {
        "multipart/form-data": {
            "schema": {"type": "object", "properties": {"text": {"type": "string", "format": "binary"}}}
        }
    }
}
_HEADERS: Json = {"X-Part": {"schema": {}}}
_WITH_HEADERS = "Mapping[str, str]"

_OBJECT: Json = {"schema": {"type": "object", "properties": {"text": {"type": "string"}}}}
PROBES: tuple[Probe, ...] = (
    Probe("request body", "", _BODY, {"content": {"text/plain": {}}}, "text/plain"),
    Probe(
        "request body",
        "$ref",
        f"{_BODY}/$ref",
        "#/components/requestBodies/B",
        "text/plain",
        beside={_BODY: {"content": {"text/html": {}}}, "/components/requestBodies/B": {"content": {"text/plain": {}}}},
    ),
    Probe("request body", "description", f"{_BODY}/description", "The goods.", "The goods."),
    Probe("request body", "content", f"{_BODY}/content", {"text/plain": {}}, "text/plain"),
    Probe("request body", "required", f"{_BODY}/required", True, "required=True"),
    Probe("media type", "", f"{_BODY}/content/text~1csv", {"schema": {"type": "string"}}, "text/csv"),
    Probe("media type", "", f"{_ANSWER}/content/text~1csv", {"schema": {"type": "string"}}, "text/csv"),
    Probe(
        "media type",
        "",
        f"{_ANSWER}/content/multipart~1mixed",
        _OBJECT,
        "multipart/mixed",
        beside={f"{_ANSWER}/content": {}},
    ),
    Probe(
        "media type",
        "",
        f"{_BODY}/content/application~1xml",
        _OBJECT,
        "application/xml",
        beside={f"{_BODY}/content": {}},
    ),
    Probe("media type", "", f"{_BODY}/content/application~1json", _OBJECT, "text", beside={f"{_BODY}/content": {}}),
    Probe("media type", "schema", f"{_JSON}/schema", {"type": "integer"}, "int"),
    Probe(
        "media type",
        "schema",
        f"{_ANSWER}/content/text~1event-stream/schema",
        {"type": "integer"},
        "ItemStream[ServerSentEvent[int]]",
        beside={f"{_ANSWER}/content": {"text/event-stream": {}}},
    ),
    Probe(
        "media type",
        "schema",
        f"{_ANSWER}/content/text~1plain/schema",
        {"type": "integer"},
        beside={f"{_ANSWER}/content": {"text/plain": {}}},
    ),
    *(
        Probe(
            "media type",
            "schema",
            f"{at}/content/application~1x-thing/schema",
            value,
            beside={f"{at}/content": {"application/x-thing": {}}},
        )
        for at in (_ANSWER, _BODY)
        for value in ({"$ref": f"#{THING}"}, {"type": "array", "items": {}})
    ),
    Probe(
        "media type",
        "itemSchema",
        f"{_ANSWER}/content/application~1jsonl/itemSchema",
        {"type": "integer"},
        "ItemStream[int]",
        beside={f"{_ANSWER}/content": {"application/jsonl": {}}},
        version="3.2",
    ),
    Probe("media type", "example", f"{_JSON}/example", {"text": "rose"}, "rose"),
    Probe("media type", "examples", f"{_JSON}/examples", {"a": {"value": {"text": "rose"}}}, "rose"),
    Probe("media type", "encoding", f"{_JSON}/encoding", {"text": {"contentType": "text/html"}}),
    Probe("media type", "encoding", f"{_FORM}/encoding", {"text": {"contentType": "a/b"}}, "a/b", beside=_FORMS),
    Probe("encoding", "", f"{_FORM}/encoding/text", {"contentType": "text/html"}, "text/html", beside=_FORMS),
    Probe("encoding", "contentType", f"{_FORM}/encoding/text/contentType", "text/html", "html", beside=_FORMS),
    Probe("encoding", "style", f"{_FORM}/encoding/list/style", "pipeDelimited", "pipeDelimited", beside=_FORMS),
    Probe("encoding", "explode", f"{_FORM}/encoding/list/explode", False, "list", beside=_FORMS),
    Probe("encoding", "allowReserved", f"{_FORM}/encoding/text/allowReserved", True, "reserved", beside=_FORMS),
    Probe("encoding", "headers", f"{_FORM}/encoding/text/headers", _HEADERS, _WITH_HEADERS, beside=_FILES),
    Probe(
        "media type",
        "$ref",
        f"{_BODY}/content/application~1json/$ref",
        "#/components/mediaTypes/M",
        "int",
        "3.2",
        {"/components/mediaTypes/M": {"schema": {"type": "integer"}}, f"{_BODY}/content/application~1json": {}},
    ),
    Probe(
        "media type",
        "prefixEncoding",
        f"{_BODY}/content/multipart~1mixed/prefixEncoding",
        [{"contentType": "text/html"}],
        version="3.2",
        beside={f"{_BODY}/content": {"multipart/mixed": {}}},
    ),
    Probe(
        "media type",
        "itemEncoding",
        f"{_BODY}/content/multipart~1mixed/itemEncoding",
        {"contentType": "text/html"},
        version="3.2",
        beside={f"{_BODY}/content": {"multipart/mixed": {}}},
    ),
)

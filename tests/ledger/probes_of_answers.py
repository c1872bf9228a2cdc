"""Probes of answers: responses, headers, links, examples."""

from __future__ import annotations

from probing import OPERATION, Probe

from specwright.load import Json

__all__ = ["PROBES"]

_BODY = f"{OPERATION}/requestBody"
_JSON = f"{_BODY}/content/application~1json"
_ANSWER = f"{OPERATION}/responses/200"
_HEADER: tuple[tuple[str, Json, str], ...] = (
    ("$ref", "#/components/headers/H", "Said elsewhere."),
    ("description", "How many.", "How many."),
    ("required", True, "**required**"),
    ("deprecated", True, "Deprecated"),
    ("schema", {"type": "integer"}, "integer"),
    ("content", {"text/plain": {"schema": {"type": "integer"}}}, "integer"),
    ("style", "simple", ""),
    ("explode", True, ""),
    ("example", "rose", ""),
    ("examples", {"a": {"value": "rose"}}, ""),
)

PROBES: tuple[Probe, ...] = (
    Probe("response", "", f"{OPERATION}/responses/404", {"description": "Gone."}, "404"),
    Probe(
        "response",
        "$ref",
        f"{OPERATION}/responses/404/$ref",
        "#/components/responses/R",
        "Gone.",
        beside={
            f"{OPERATION}/responses/404": {"description": "x"},
            "/components/responses/R": {"description": "Gone."},
        },
    ),
    Probe("response", "description", f"{_ANSWER}/description", "The goods.", "The goods."),
    Probe("response", "summary", f"{_ANSWER}/summary", "The goods.", version="3.2"),
    Probe("response", "content", f"{_ANSWER}/content", {"application/json": {"schema": {"type": "integer"}}}, "int"),
    Probe("response", "headers", f"{_ANSWER}/headers", {"X-Left": {"schema": {"type": "integer"}}}, "X-Left"),
    Probe("response", "links", f"{_ANSWER}/links", {"next": {"operationId": "x"}}),
    Probe("link", "", f"{_ANSWER}/links/next", {"operationId": "x"}),
    Probe("header", "", f"{_ANSWER}/headers/X-Left", {"schema": {"type": "integer"}}, "X-Left"),
    *(
        Probe(
            "header",
            name,
            f"{_ANSWER}/headers/X-Left/{name}",
            value,
            shows,
            beside={
                f"{_ANSWER}/headers": {"X-Left": {"schema": {"type": "string"}}},
                "/components/headers/H": {"description": "Said elsewhere.", "schema": {}},
            },
        )
        for name, value, shows in _HEADER
    ),
    Probe(
        "example",
        "$ref",
        f"{_JSON}/examples/a/$ref",
        "#/components/examples/E",
        "rose",
        beside={f"{_JSON}/examples/a": {}, "/components/examples/E": {"value": {"text": "rose"}}},
    ),
    *(
        Probe("example", name, f"{_JSON}/examples/a/{name}", value, version="3.2", beside={f"{_JSON}/examples/a": {}})
        for name, value in (
            ("summary", "A."),
            ("description", "A."),
            ("dataValue", {"text": "rose"}),
            ("serializedValue", "{}"),
        )
    ),
    Probe(
        "example",
        "",
        f"{_JSON}/examples/b",
        {"value": {"text": "lily"}},
        beside={f"{_JSON}/examples": {"a": {"value": {"text": "rose"}}}},
    ),
    Probe("example", "", f"{_JSON}/examples/a", {"value": {"text": "rose"}}, "rose"),
    Probe("example", "value", f"{_JSON}/examples/a/value", {"text": "rose"}, "rose"),
    Probe(
        "example",
        "externalValue",
        f"{_JSON}/examples/a/externalValue",
        "https://value.example",
        beside={f"{_JSON}/examples/a": {}},
    ),
)

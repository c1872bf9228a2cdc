"""Probes of operations, of what the API calls itself, and of parameters."""

from __future__ import annotations

from collections.abc import Mapping

from probing import OPERATION, PARAMETER, Probe

from specwright.load import Json

__all__ = ["PROBES"]

_LINKED: Json = {"url": "https://linked.example"}
_OK: Json = {"responses": {"200": {"description": ""}}}

_SOLD: Mapping[str, Json] = {"/webhooks/sold": {"post": _OK}}
_HOOK = "/webhooks/sold/post"
_OF_WEBHOOKS = (
    Probe("callback", "", f"{_HOOK}/callbacks/done", {"{$url}": {"post": _OK}}, beside=_SOLD),
    Probe("operation", "security", f"{_HOOK}/security", [{"key": []}], beside=_SOLD),
    Probe("operation", "servers", f"{_HOOK}/servers", [_LINKED], beside=_SOLD),
    Probe(
        "parameter",
        "",
        f"{_HOOK}/parameters/0",
        {"name": "X-Way", "in": "header", "schema": {}},
        beside={**_SOLD, f"{_HOOK}/parameters": []},
    ),
    Probe(
        "media type",
        "",
        f"{_HOOK}/responses/200/content/application~1json",
        {"schema": {"type": "integer"}},
        beside=_SOLD,
    ),
)
PROBES: tuple[Probe, ...] = (
    Probe("operation", "", "/paths/~1others/get", _OK, "others"),
    Probe("operation", "operationId", f"{OPERATION}/operationId", "sellThings", "sell_things"),
    Probe("operation", "summary", f"{OPERATION}/summary", "Sell it.", "Sell it."),
    Probe("operation", "description", f"{OPERATION}/description", "Sell it.", "Sell it."),
    Probe(
        "operation",
        "parameters",
        f"{OPERATION}/parameters",
        [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
        "int",
    ),
    Probe("operation", "requestBody", f"{OPERATION}/requestBody", {"content": {"text/plain": {}}}, "text/plain"),
    Probe("operation", "responses", f"{OPERATION}/responses", {"201": {"description": ""}}, "201"),
    Probe("operation", "deprecated", f"{OPERATION}/deprecated", True, "@deprecated"),
    Probe("operation", "security", f"{OPERATION}/security", [{"key": []}], "SchemeUse"),
    Probe("operation", "servers", f"{OPERATION}/servers", [_LINKED], "linked.example"),
    Probe(
        "operation", "tags", f"{OPERATION}/tags", ["goods", "all"], "all", beside={f"{OPERATION}/operationId": "sell"}
    ),
    Probe("operation", "tags", f"{OPERATION}/tags", ["goods"], "goods", beside={f"{OPERATION}/operationId": "sell"}),
    Probe("operation", "externalDocs", f"{OPERATION}/externalDocs", _LINKED),
    Probe("operation", "callbacks", f"{OPERATION}/callbacks", {"done": {"{$url}": {"post": _OK}}}, "done"),
    Probe("callback", "", f"{OPERATION}/callbacks/done", {"{$url}": {"post": _OK}}, "done"),
    *_OF_WEBHOOKS,
    Probe("parameter", "", f"{OPERATION}/parameters/2", {"name": "Accept", "in": "header", "schema": {}}),
    Probe("parameter", "", f"{OPERATION}/parameters/2", {"name": "z", "in": "header", "schema": {}}, "z"),
    Probe(
        "parameter",
        "$ref",
        f"{OPERATION}/parameters/2/$ref",
        "#/components/parameters/Z",
        "zz",
        beside={
            "/components/parameters/Z": {"name": "zz", "in": "query", "schema": {}},
            f"{OPERATION}/parameters/2": {"name": "yy", "in": "query", "schema": {}},
        },
    ),
    Probe("parameter", "name", f"{PARAMETER}/name", "zz", "zz"),
    Probe("parameter", "in", f"{PARAMETER}/in", "header", "header"),
    Probe("parameter", "description", f"{PARAMETER}/description", "The word.", "The word."),
    Probe("parameter", "required", f"{PARAMETER}/required", True, "required=True"),
    Probe("parameter", "deprecated", f"{PARAMETER}/deprecated", True, "Deprecated"),
    Probe("parameter", "style", f"{PARAMETER}/style", "pipeDelimited", "pipeDelimited"),
    Probe("parameter", "explode", f"{PARAMETER}/explode", False, 'Parameter("word"'),
    Probe("parameter", "allowReserved", f"{PARAMETER}/allowReserved", True, "allow_reserved=True"),
    Probe("parameter", "allowEmptyValue", f"{PARAMETER}/allowEmptyValue", True),
    Probe("parameter", "schema", f"{PARAMETER}/schema", {"type": "integer"}, "int"),
    Probe("parameter", "example", f"{PARAMETER}/example", "rose", "rose", beside={f"{PARAMETER}/required": True}),
    Probe(
        "parameter",
        "examples",
        f"{PARAMETER}/examples",
        {"a": {"value": "rose"}},
        "rose",
        beside={f"{PARAMETER}/required": True},
    ),
    Probe(
        "parameter",
        "content",
        f"{OPERATION}/parameters/2/content",
        {"application/json": {"schema": {"type": "integer"}}},
        "application/json",
        beside={f"{OPERATION}/parameters/2": {"name": "z", "in": "query"}},
    ),
    Probe(
        "parameter",
        "content",
        f"{OPERATION}/parameters/2/content",
        {"text/csv": {"schema": {"type": "integer"}}},
        "text/csv",
        beside={f"{OPERATION}/parameters/2": {"name": "z", "in": "query"}},
    ),
)

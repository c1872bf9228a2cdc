"""Probes: for each row of the ledger the smallest document that has the construct, and what is to be seen of it.

A probe without `shows` says that the construct changes nothing in the package.
"""

from __future__ import annotations

from collections.abc import Mapping

from probing import OPERATION, PARAMETER, THING, Probe

from specwright.load import Json

__all__ = ["PROBES"]

_WORD = f"{PARAMETER}/schema"
_TEXT = f"{THING}/properties/text"
_NUMBER = f"{THING}/properties/number"
_LIST = f"{THING}/properties/list"
_PART = f"{THING}/properties/part"
_BODY = f"{OPERATION}/requestBody"
_JSON = f"{_BODY}/content/application~1json"
_ANSWER = f"{OPERATION}/responses/200"
_LINKED: Json = {"url": "https://linked.example"}
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
_OK: Json = {"responses": {"200": {"description": ""}}}
_KEY = "/components/securitySchemes/key"
_OTHER = "/components/securitySchemes/other"
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
_OTHER_DOC = "/components/schemas/Other"
_FLOWS: Json = {"type": "oauth2", "flows": {}}
_FLOW: Json = {"tokenUrl": "https://token.example", "scopes": {"read": "Reads all."}}


def _of_documents() -> tuple[Probe, ...]:
    return (
        Probe("document", "openapi", "/openapi", "3.1.1"),
        Probe("document", "info", "/info", {"title": "Other", "version": "7"}, "Other"),
        Probe("info", "title", "/info/title", "Other", "Other"),
        Probe("info", "version", "/info/version", "7", "7"),
        Probe("info", "description", "/info/description", "Sells things.", "Sells things."),
        Probe("info", "", "/info", {"title": "Other", "version": "7"}, "Other"),
        *(Probe("info", name, f"/info/{name}", "https://said.example") for name in ("summary", "termsOfService")),
        *(Probe("info", name, f"/info/{name}", {"name": "Someone"}) for name in ("contact", "license")),
        Probe("document", "", "/info/title", "Other", "Other", at=""),
        Probe("document", "jsonSchemaDialect", "/jsonSchemaDialect", "https://dialect.example"),
        Probe("document", "jsonSchemaDialect", "/jsonSchemaDialect", "https://spec.openapis.org/oas/3.1/dialect/base"),
        Probe("document", "$self", "/$self", "https://self.example/a.json", version="3.2"),
        Probe("document", "tags", "/tags", [{"name": "a", "description": "All of a."}]),
        Probe("document", "externalDocs", "/externalDocs", _LINKED),
        Probe("document", "webhooks", "/webhooks", {"sold": {"post": _OK}}, "webhooks.sold"),
        Probe("document", "x-webhooks", "/x-webhooks", {"sold": {"post": _OK}}, "webhooks.sold", version="3.0"),
        Probe("document", "servers", "/servers", [{"url": "https://other.example"}], "https://other.example"),
        Probe("server", "", "/servers/0", {"url": "https://other.example"}, "https://other.example"),
        Probe("server", "url", "/servers/0/url", "https://other.example", "https://other.example"),
        Probe("server", "", "/servers/1", {"url": "https://other.example"}),
        Probe("server", "description", "/servers/0/description", "For all."),
        Probe(
            "server",
            "variables",
            f"{OPERATION}/servers/0/variables",
            {"v": {"default": "eu"}},
            "https://eu.example",
            beside={f"{OPERATION}/servers": [{"url": "https://{v}.example"}]},
        ),
        Probe("server", "name", "/servers/0/name", "all", version="3.2"),
        Probe(
            "server",
            "variables",
            "/servers/0/variables",
            {"v": {"default": "eu", "enum": ["eu", "us"]}},
            "https://eu.example",
            beside={"/servers/0/url": "https://{v}.example"},
        ),
        Probe("document", "paths", "/paths", {"/others": {"get": _OK}}, "others"),
        Probe("document", "components", "/components", {"schemas": {"Thing": {"type": "string"}}}, "Thing"),
        Probe("components", "", "/components", {"schemas": {"Thing": {"type": "string"}}}, "Thing"),
        Probe("document", "security", "/security", [{"key": []}], "SchemeUse"),
        Probe("path item", "", "/paths/~1others", {"get": _OK}, "others"),
        Probe(
            "path item",
            "$ref",
            "/paths/~1others/$ref",
            "#/paths/~1items~1{id}",
            'path="/others"',
            beside={"/paths/~1others/parameters": []},
        ),
        Probe(
            "path item",
            "parameters",
            "/paths/~1items~1{id}/parameters",
            [{"name": "z", "in": "query", "schema": {}}],
            '"z"',
        ),
        Probe("path item", "servers", "/paths/~1items~1{id}/servers", [_LINKED], "linked.example"),
        *(
            Probe(
                "path item",
                method,
                f"/paths/~1others/{method}",
                _OK,
                f'method="{method.upper()}"',
                "3.2",
                {"/paths/~1others/parameters": []},
            )
            for method in ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
        ),
        Probe(
            "path item",
            "additionalOperations",
            "/paths/~1items~1{id}/additionalOperations",
            {"LINK": _OK},
            '"LINK"',
            version="3.2",
        ),
        Probe("path item", "summary", "/paths/~1items~1{id}/summary", "All of it."),
        Probe("path item", "description", "/paths/~1items~1{id}/description", "All of it."),
    )


def _of_operations() -> tuple[Probe, ...]:
    xml: Json = {"schema": {"type": "object", "properties": {"text": {"type": "string"}}}}
    return (
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
            "operation",
            "tags",
            f"{OPERATION}/tags",
            ["goods", "all"],
            "all",
            beside={f"{OPERATION}/operationId": "sell"},
        ),
        Probe(
            "operation", "tags", f"{OPERATION}/tags", ["goods"], "goods", beside={f"{OPERATION}/operationId": "sell"}
        ),
        Probe("operation", "externalDocs", f"{OPERATION}/externalDocs", _LINKED),
        Probe("operation", "callbacks", f"{OPERATION}/callbacks", {"done": {"{$url}": {"post": _OK}}}, "done"),
        Probe("callback", "", f"{OPERATION}/callbacks/done", {"{$url}": {"post": _OK}}, "done"),
        *_of_webhooks(),
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
        Probe("request body", "", _BODY, {"content": {"text/plain": {}}}, "text/plain"),
        Probe(
            "request body",
            "$ref",
            f"{_BODY}/$ref",
            "#/components/requestBodies/B",
            "text/plain",
            beside={
                _BODY: {"content": {"text/html": {}}},
                "/components/requestBodies/B": {"content": {"text/plain": {}}},
            },
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
            xml,
            "multipart/mixed",
            beside={f"{_ANSWER}/content": {}},
        ),
        Probe(
            "media type",
            "",
            f"{_BODY}/content/application~1xml",
            xml,
            "application/xml",
            beside={f"{_BODY}/content": {}},
        ),
        Probe("media type", "", f"{_BODY}/content/application~1json", xml, "text", beside={f"{_BODY}/content": {}}),
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
        Probe(
            "response", "content", f"{_ANSWER}/content", {"application/json": {"schema": {"type": "integer"}}}, "int"
        ),
        Probe("response", "headers", f"{_ANSWER}/headers", {"X-Left": {"schema": {"type": "integer"}}}, "X-Left"),
        Probe("response", "links", f"{_ANSWER}/links", {"next": {"operationId": "x"}}),
        Probe("media type", "encoding", f"{_JSON}/encoding", {"text": {"contentType": "text/html"}}),
        Probe("media type", "encoding", f"{_FORM}/encoding", {"text": {"contentType": "a/b"}}, "a/b", beside=_FORMS),
        Probe("encoding", "", f"{_FORM}/encoding/text", {"contentType": "text/html"}, "text/html", beside=_FORMS),
        Probe("encoding", "contentType", f"{_FORM}/encoding/text/contentType", "text/html", "html", beside=_FORMS),
        Probe("encoding", "style", f"{_FORM}/encoding/list/style", "pipeDelimited", "pipeDelimited", beside=_FORMS),
        Probe("encoding", "explode", f"{_FORM}/encoding/list/explode", False, "list", beside=_FORMS),
        Probe("encoding", "allowReserved", f"{_FORM}/encoding/text/allowReserved", True, "reserved", beside=_FORMS),
        Probe("encoding", "headers", f"{_FORM}/encoding/text/headers", _HEADERS, _WITH_HEADERS, beside=_FILES),
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
        Probe(
            "example",
            "$ref",
            f"{_JSON}/examples/a/$ref",
            "#/components/examples/E",
            "rose",
            beside={f"{_JSON}/examples/a": {}, "/components/examples/E": {"value": {"text": "rose"}}},
        ),
        *(
            Probe(
                "example", name, f"{_JSON}/examples/a/{name}", value, version="3.2", beside={f"{_JSON}/examples/a": {}}
            )
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


def _of_webhooks() -> tuple[Probe, ...]:
    sold: Mapping[str, Json] = {"/webhooks/sold": {"post": _OK}}
    hook = "/webhooks/sold/post"
    return (
        Probe("callback", "", f"{hook}/callbacks/done", {"{$url}": {"post": _OK}}, beside=sold),
        Probe("operation", "security", f"{hook}/security", [{"key": []}], beside=sold),
        Probe("operation", "servers", f"{hook}/servers", [_LINKED], beside=sold),
        Probe(
            "parameter",
            "",
            f"{hook}/parameters/0",
            {"name": "X-Way", "in": "header", "schema": {}},
            beside={**sold, f"{hook}/parameters": []},
        ),
        Probe(
            "media type",
            "",
            f"{hook}/responses/200/content/application~1json",
            {"schema": {"type": "integer"}},
            beside=sold,
        ),
    )


def _of_security() -> tuple[Probe, ...]:
    used: Mapping[str, Json] = {"/security": [{"key": []}]}
    scheme = {"type": "oauth2", "flows": {"clientCredentials": _FLOW}}
    flow = f"{_KEY}/flows/clientCredentials"
    oauth2: Mapping[str, Json] = {_KEY: scheme}
    return (
        Probe("security scheme", "", _KEY, {"type": "mutualTLS"}, "--cert", beside=used),
        Probe("security scheme", "", _KEY, {"type": "http", "scheme": "digest"}, '"Authorization"', beside=used),
        Probe("security scheme", "", _OTHER, {"type": "http", "scheme": "basic"}, "other"),
        Probe(
            "security scheme",
            "$ref",
            f"{_OTHER}/$ref",
            f"#{_KEY}",
            "X-Key",
            beside={_OTHER: {"type": "http", "scheme": "basic"}},
        ),
        Probe("security scheme", "type", f"{_KEY}/type", "http", "bearer", beside={f"{_KEY}/scheme": "bearer"}),
        Probe("security scheme", "description", f"{_KEY}/description", "Ask for one.", "Ask for one."),
        Probe("security scheme", "name", f"{_KEY}/name", "X-Other", "X-Other"),
        Probe("security scheme", "in", f"{_KEY}/in", "query", "query"),
        Probe(
            "security scheme",
            "scheme",
            f"{_KEY}/scheme",
            "basic",
            "basic",
            beside={f"{_KEY}/type": "http", f"{_KEY}/scheme": "bearer"},
        ),
        Probe(
            "security scheme",
            "flows",
            f"{_KEY}/flows",
            {"clientCredentials": _FLOW},
            "token.example",
            beside={_KEY: _FLOWS},
        ),
        Probe("security scheme", "bearerFormat", f"{_KEY}/bearerFormat", "JWT"),
        Probe(
            "security scheme",
            "openIdConnectUrl",
            f"{_KEY}/openIdConnectUrl",
            "https://id.example/a",
            beside={_KEY: {"type": "openIdConnect", "openIdConnectUrl": "https://id.example"}},
        ),
        Probe(
            "security scheme",
            "oauth2MetadataUrl",
            f"{_KEY}/oauth2MetadataUrl",
            "https://id.example",
            beside={_KEY: _FLOWS},
            version="3.2",
        ),
        Probe("security scheme", "deprecated", f"{_KEY}/deprecated", True, version="3.2"),
        Probe(
            "flow",
            "",
            f"{_KEY}/flows/authorizationCode",
            {**_FLOW, "authorizationUrl": "https://login.example"},
            "login.example",
            beside={_KEY: _FLOWS},
        ),
        Probe("flow", "", flow, _FLOW, "token.example", beside={_KEY: _FLOWS}),
        Probe(
            "flow",
            "authorizationUrl",
            f"{_KEY}/flows/implicit/authorizationUrl",
            "https://login.example",
            "login.example",
            beside={
                _KEY: {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "https://a.example", "scopes": {}}}}
            },
        ),
        Probe("flow", "tokenUrl", f"{flow}/tokenUrl", "https://tokens.example", "tokens.example", beside=oauth2),
        Probe("flow", "refreshUrl", f"{flow}/refreshUrl", "https://fresh.example", beside=oauth2),
        Probe("flow", "refreshUrl", f"{flow}/refreshUrl", "https://token.example", beside=oauth2),
        Probe(
            "flow",
            "scopes",
            f"{flow}/scopes",
            {"write": "Writes all."},
            "Writes all.",
            beside={**oauth2, "/security": [{"key": ["write"]}]},
        ),
        Probe(
            "flow",
            "deviceAuthorizationUrl",
            f"{flow}/deviceAuthorizationUrl",
            "https://device.example",
            beside=oauth2,
            version="3.2",
        ),
    )


def _of_schemas() -> tuple[Probe, ...]:
    return (
        *(
            Probe("schema", name, f"{at}/{name}", value, shows, beside={at: beside} if beside is not None else {})
            for name, at, beside, value, shows in _KEYWORDS
        ),
        *(
            Probe(
                "schema",
                name,
                f"{_PART}/{name}",
                value,
                version="3.0",
                beside={_PART: {"$ref": f"#{_OTHER_DOC}"}, _OTHER_DOC: {"type": "string"}},
            )
            for name, value in _BESIDE
        ),
        Probe("schema", "", _OTHER_DOC, {"type": "object", "properties": {"a": {}}}, "class Other"),
        Probe(
            "schema",
            "nullable",
            f"{_TEXT}/nullable",
            True,
            "None",
            version="3.0",
            beside={f"{THING}/required": ["text"]},
        ),
        Probe(
            "schema",
            "exclusiveMinimum",
            f"{_NUMBER}/exclusiveMinimum",
            True,
            "gt=3",
            version="3.0",
            beside={f"{_NUMBER}/minimum": 3},
        ),
        Probe("schema", "examples", f"{_TEXT}/examples", ["rose"]),
        Probe("schema", "pattern", f"{_TEXT}/oneOf/0/pattern", "^a", beside={_TEXT: {"oneOf": [_S, _I]}}),
        Probe(
            "schema",
            "writeOnly",
            f"{_TEXT}/writeOnly",
            True,
            "text: str | None = None",
            beside={f"{THING}/required": ["text"]},
        ),
        Probe(
            "schema",
            "discriminator",
            f"{_OTHER_DOC}/discriminator",
            {"propertyName": "kind"},
            "Tagged",
            beside=_TOLD_APART,
        ),
    )


_BRANCH: Json = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"type": "string"}, "sort": {"type": "string"}},
}
_TOLD_APART: Mapping[str, Json] = {
    "/components/schemas/A": {**_BRANCH, "title": "a"},
    "/components/schemas/B": {**_BRANCH, "title": "b", "required": ["kind", "sort"]},
    _OTHER_DOC: {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]},
}
_S: Json = {"type": "string"}
_AB: Json = {"type": "string", "enum": ["a", "b"]}
_N: Json = {"type": "number"}
_I: Json = {"type": "integer"}
_L: Json = {"type": "array", "items": {"type": "string"}}
_O: Json = {"type": "object", "properties": {"inner": {"type": "string"}}}

_UNCHECKED = ("not", "if", "then", "else", "propertyNames", "contains", "unevaluatedItems", "contentSchema")

# Keyword, where it stands, what stands there besides, its value, and what is to be seen of it.
_KEYWORDS: tuple[tuple[str, str, Json, Json, str], ...] = (
    ("$ref", _PART, {}, f"#{THING}", "part: Thing"),
    ("type", _TEXT, {}, "integer", "int"),
    ("properties", _PART, {"type": "object"}, {"a": _S}, "a: "),
    ("required", THING, None, ["text"], "text: str"),
    ("description", _TEXT, _S, "The text.", "The text."),
    ("default", _TEXT, _S, "rose", "rose"),
    ("example", _TEXT, _S, "rose", "rose"),
    ("deprecated", _TEXT, _S, True, "Deprecated"),
    ("readOnly", _TEXT, _S, True, 'body={"list": list, "number": number, "part": part}'),
    ("oneOf", _TEXT, {}, [_S, _I], "str | int"),
    ("anyOf", _TEXT, {}, [_S, _I], "str | int"),
    ("allOf", _TEXT, {}, [_O, {"type": "object", "properties": {"more": _S}}], "more: "),
    ("allOf", _TEXT, {}, [_S, {"type": "string", "maxLength": 5}], "str"),
    ("title", _TEXT, _S, "A text", ""),
    ("enum", _TEXT, _S, ["a", "b"], "Literal"),
    ("x-enum-varnames", _TEXT, _AB, ["ONE", "TWO"], "`a` (ONE)"),
    ("x-enumNames", _TEXT, _AB, ["ONE", "TWO"], "`a` (ONE)"),
    ("x-enum-descriptions", _TEXT, _AB, ["The first.", "The last."], "`a` (The first.)"),
    ("x-enumDescriptions", _TEXT, _AB, {"a": "The first."}, "`a` (The first.)"),
    ("enum", _TEXT, _N, [1.5, 2], "float"),
    ("enum", _TEXT, {}, ["a", 1], 'Literal["a", 1]'),
    ("enum", _TEXT, {}, [{"a": 1}], ""),
    ("const", _TEXT, _S, "a", "Literal"),
    ("const", _TEXT, {}, {"a": 1}, ""),
    ("const", _TEXT, {}, 1.5, "float"),
    ("format", _TEXT, _S, "date-time", "datetime"),
    ("format", _TEXT, _S, "email", "email"),
    ("format", _TEXT, _S, "duration", "duration"),
    ("pattern", _TEXT, _S, "^a", "pattern"),
    ("pattern", _TEXT, _S, "(?=a)", ""),
    ("uniqueItems", _LIST, _L, True, ""),
    ("uniqueItems", _LIST, _L, False, ""),
    ("minProperties", _PART, _O, 1, ""),
    ("maxProperties", _PART, _O, 1, ""),
    ("items", _LIST, {"type": "array"}, _S, "list[str]"),
    ("additionalProperties", _PART, _O, False, ""),
    ("additionalProperties", _PART, _O, _I, "OpenModel"),
    ("additionalProperties", _PART, {"type": "object"}, _I, "dict[str, int]"),
    ("patternProperties", _PART, _O, {"^a": _I}, "-> dict[str, int]"),
    ("prefixItems", _LIST, {"type": "array"}, [_S], "tuple[str]"),
    *((name, _PART, _O, {"type": "string"}, "") for name in _UNCHECKED),
    ("pattern", f"{_LIST}/items", _S, "^a", ""),
    ("pattern", f"{_PART}/additionalProperties", _S, "^a", ""),
    ("pattern", _TEXT, {"type": "string", "format": "uuid"}, "^a", ""),
    ("maxLength", _TEXT, {"type": ["string", "null"]}, 5, ""),
    ("unevaluatedProperties", _PART, _O, _I, "-> dict[str, int]"),
    ("unevaluatedProperties", _PART, _O, False, ""),
    ("dependentSchemas", _PART, _O, {"inner": {}}, ""),
    ("dependentRequired", _PART, _O, {"inner": ["inner"]}, ""),
    ("dependencies", _PART, _O, {"inner": ["inner"]}, ""),
    ("minContains", _LIST, _L, 1, ""),
    ("maxContains", _LIST, _L, 1, ""),
    ("contentEncoding", _TEXT, _S, "base64", ""),
    ("contentMediaType", _TEXT, _S, "text/html", ""),
    ("xml", _TEXT, _S, {"name": "a"}, ""),
    ("externalDocs", _TEXT, _S, _LINKED, ""),
    ("$defs", _PART, _O, {"a": _S}, ""),
    ("definitions", _PART, _O, {"a": _S}, ""),
    ("$comment", _TEXT, _S, "aside", ""),
    ("$schema", _TEXT, _S, "https://json-schema.org/draft/2020-12/schema", ""),
    ("$id", _PART, _O, "https://id.example", ""),
    ("$anchor", _PART, _O, "a", ""),
    ("$dynamicAnchor", _PART, _O, "a", ""),
    ("$vocabulary", _PART, _O, {}, ""),
    *(
        (name, _NUMBER, _N, 3, shows)
        for name, shows in (
            ("minimum", "ge=3"),
            ("maximum", "le=3"),
            ("exclusiveMinimum", "gt=3"),
            ("exclusiveMaximum", "lt=3"),
            ("multipleOf", "multiple_of=3"),
        )
    ),
    *((name, _TEXT, _S, 3, shows) for name, shows in (("minLength", "min_length=3"), ("maxLength", "max_length=3"))),
    *((name, _LIST, _L, 3, shows) for name, shows in (("minItems", "min_length=3"), ("maxItems", "max_length=3"))),
    *(
        (name, _WORD, _N, 3, "")
        for name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
    ),
    *((name, _WORD, _S, value, "") for name, value in (("minLength", 3), ("maxLength", 3), ("pattern", "^a"))),
    *((name, _WORD, _L, 3, "") for name in ("minItems", "maxItems")),
)
_BESIDE: tuple[tuple[str, Json], ...] = (
    ("type", "integer"),
    ("format", "date"),
    ("enum", ["a"]),
    ("const", "a"),
    ("properties", {"a": {}}),
    ("required", ["a"]),
    ("items", {}),
    ("additionalProperties", {"type": "string"}),
    ("allOf", [_O]),
    ("oneOf", [_O]),
    ("anyOf", [_O]),
    ("minimum", 3),
    ("maximum", 3),
    ("exclusiveMinimum", True),
    ("exclusiveMaximum", True),
    ("multipleOf", 3),
    ("minLength", 3),
    ("maxLength", 3),
    ("pattern", "^a"),
    ("minItems", 3),
    ("maxItems", 3),
)
PROBES: tuple[Probe, ...] = (*_of_documents(), *_of_operations(), *_of_security(), *_of_schemas())

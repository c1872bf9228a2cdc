"""Probes of documents: what holds operations, and where they are."""

from __future__ import annotations

from probing import OPERATION, Probe

from specwright.load import Json

__all__ = ["PROBES"]

_LINKED: Json = {"url": "https://linked.example"}
_OK: Json = {"responses": {"200": {"description": ""}}}

PROBES: tuple[Probe, ...] = (
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

"""Probes of security schemes and flows."""

from __future__ import annotations

from collections.abc import Mapping

from probing import Probe

from specwright.load import Json

__all__ = ["PROBES"]

_KEY = "/components/securitySchemes/key"
_OTHER = "/components/securitySchemes/other"
_FLOWS: Json = {"type": "oauth2", "flows": {}}
_FLOW: Json = {"tokenUrl": "https://token.example", "scopes": {"read": "Reads all."}}

_USED: Mapping[str, Json] = {"/security": [{"key": []}]}
_SCHEME = {"type": "oauth2", "flows": {"clientCredentials": _FLOW}}
_CLIENT = f"{_KEY}/flows/clientCredentials"
_OAUTH2: Mapping[str, Json] = {_KEY: _SCHEME}
PROBES: tuple[Probe, ...] = (
    Probe("security scheme", "", _KEY, {"type": "mutualTLS"}, "--cert", beside=_USED),
    Probe("security scheme", "", _KEY, {"type": "http", "scheme": "digest"}, '"Authorization"', beside=_USED),
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
    Probe("flow", "", _CLIENT, _FLOW, "token.example", beside={_KEY: _FLOWS}),
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
    Probe("flow", "tokenUrl", f"{_CLIENT}/tokenUrl", "https://tokens.example", "tokens.example", beside=_OAUTH2),
    Probe("flow", "refreshUrl", f"{_CLIENT}/refreshUrl", "https://fresh.example", beside=_OAUTH2),
    Probe("flow", "refreshUrl", f"{_CLIENT}/refreshUrl", "https://token.example", beside=_OAUTH2),
    Probe(
        "flow",
        "scopes",
        f"{_CLIENT}/scopes",
        {"write": "Writes all."},
        "Writes all.",
        beside={**_OAUTH2, "/security": [{"key": ["write"]}]},
    ),
    Probe(
        "flow",
        "deviceAuthorizationUrl",
        f"{_CLIENT}/deviceAuthorizationUrl",
        "https://device.example",
        beside=_OAUTH2,
        version="3.2",
    ),
)

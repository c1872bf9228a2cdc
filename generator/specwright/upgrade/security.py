"""Security definitions become security schemes.

In: one definition of Swagger 2.0. Out: a scheme of OpenAPI 3.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.load import Json
from specwright.upgrade.places import Here

__all__ = ["upgrade_scheme"]

_FLOWS: Mapping[str, str] = {
    "accessCode": "authorizationCode",
    "application": "clientCredentials",
    "implicit": "implicit",
    "password": "password",
}
_OF_FLOW = ("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")


def upgrade_scheme(here: Here, node: Json) -> Json:
    """One scheme."""
    if not isinstance(node, dict):
        return node
    match node.get("type"):
        case "basic":
            here.moved(here.at("type").old, "scheme")
            return {**node, "type": "http", "scheme": "basic"}
        case "oauth2":
            return _oauth2(here, node)
        case _:
            return node


def _oauth2(here: Here, node: Mapping[str, Json]) -> dict[str, Json]:
    made = {key: each for key, each in node.items() if key not in (*_OF_FLOW, "flow")}
    written = node.get("flow")
    flow = _FLOWS.get(written) if isinstance(written, str) else None
    if flow is None:
        here.at("flow").warn("bad-value", f"there is no OAuth2 flow {str(written)[:40]!r}; tokens can still be given.")
        return {**made, "flows": {}}
    place = here.moved(here.old, "flows", flow)
    parts = {key: each for key, each in node.items() if key in _OF_FLOW}
    for key in parts:
        place.at(key)
    return {**made, "flows": {flow: {"scopes": {}, **parts}}}

"""Rows of security schemes."""

from __future__ import annotations

from specwright.coverage.rows import Row, degraded, generated, not_shown
from specwright.coverage.spots import Spot

__all__ = ["ROWS"]


def _is_certificate(spot: Spot) -> bool:
    return spot.node.get("type") == "mutualTLS"


def _is_handshake(spot: Spot) -> bool:
    return spot.node.get("type") == "http" and str(spot.node.get("scheme")).lower() not in ("basic", "bearer")


def _is_interactive(spot: Spot) -> bool:
    return spot.name != "clientCredentials"


def _is_elsewhere(spot: Spot) -> bool:
    return spot.node.get("refreshUrl") != spot.node.get("tokenUrl")


ROWS: tuple[Row, ...] = (
    degraded(
        "security scheme",
        "",
        "A client certificate belongs to the transport: give a client that has it as `http_client`.",
        _is_certificate,
    ),
    degraded(
        "security scheme",
        "",
        "The header `Authorization` is sent as you give it; what this scheme computes is up to you.",
        _is_handshake,
    ),
    *generated("security scheme", "", "$ref", "type", "description", "name", "in", "scheme", "flows"),
    not_shown("security scheme", "bearerFormat", "It is a hint for people, and is not shown."),
    degraded("security scheme", "openIdConnectUrl", "The client takes a token; how to get one is not discovered."),
    not_shown("security scheme", "oauth2MetadataUrl", "Nothing is discovered; the flows name addresses."),
    not_shown("security scheme", "deprecated", "It is not shown."),
    degraded("flow", "", "The client takes a token and renews one; your application gets the first.", _is_interactive),
    *generated("flow", "", "authorizationUrl", "tokenUrl", "scopes"),
    degraded("flow", "refreshUrl", "Tokens are renewed where they come from.", _is_elsewhere),
    *generated("flow", "refreshUrl"),
    not_shown("flow", "deviceAuthorizationUrl", "It is not shown."),
)

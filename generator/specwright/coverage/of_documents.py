"""Rows of what a document says of itself: its heading, its servers, its paths."""

from __future__ import annotations

from specwright.coverage.rows import Row, degraded, generated, not_shown
from specwright.coverage.spots import Spot

__all__ = ["ROWS"]

_NOT_SHOWN = "It is shown neither in the package nor on the pages."
_2020_12 = "https://json-schema.org/draft/2020-12/schema"


def _is_own_dialect(spot: Spot) -> bool:
    dialect = str(spot.node.get("jsonSchemaDialect"))
    return not dialect.startswith((_2020_12, "https://spec.openapis.org/oas/"))


def _is_further(spot: Spot) -> bool:
    return not spot.origin.pointer.endswith("/0")


def _is_not_of_clients(spot: Spot) -> bool:
    """`server_url()` of a client fills in the first address of the document alone."""
    return spot.origin.pointer != "/servers/0"


ROWS: tuple[Row, ...] = (
    *generated(
        "document", "", "openapi", "webhooks", "x-webhooks", "info", "servers", "paths", "components", "security"
    ),
    degraded("document", "jsonSchemaDialect", "Schemas are read as those of OpenAPI itself.", _is_own_dialect),
    *generated("document", "jsonSchemaDialect"),
    *generated("document", "$self"),
    not_shown("document", "tags", "Operations have their tags; what the document says of tags is shown nowhere."),
    not_shown("document", "externalDocs", _NOT_SHOWN),
    *generated("info", "", "title", "version", "description"),
    *(not_shown("info", name, _NOT_SHOWN) for name in ("summary", "termsOfService", "contact", "license")),
    degraded("server", "", "Clients call the first server; give another one as `base_url`.", _is_further),
    *generated("server", "", "url"),
    not_shown("server", "description", _NOT_SHOWN),
    not_shown("server", "name", _NOT_SHOWN),
    degraded(
        "server",
        "variables",
        "The address is fixed with the default of each variable; give another address as `base_url`.",
        _is_not_of_clients,
    ),
    *generated("server", "variables"),
    *generated("components", ""),
    *generated("path item", "", "$ref", "parameters", "servers"),
    *generated("path item", "get", "put", "post", "delete", "options", "head", "patch", "trace", "query"),
    *generated("path item", "additionalOperations"),
    not_shown("path item", "summary", "The operations of the path show their own summary alone."),
    not_shown("path item", "description", "The operations of the path show their own description alone."),
)

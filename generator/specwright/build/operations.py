"""Operations: parameters with their styles settled, bodies, responses, security, entitlements and paging.

In: a `RawOperation` and the reader of schemas. Out: an `Operation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from specwright.build.contents import contents_of, example_of
from specwright.build.entitlements import entitlements_of
from specwright.build.paging import find_paging
from specwright.build.schemas import ANY, SchemaReader
from specwright.build.security import build_security
from specwright.build.values import optional_json, servers_of
from specwright.ir import Body, Location, Operation, Parameter, Response, Scheme, Shape
from specwright.resolve import RawOperation
from specwright.rules import EntitlementRule
from specwright.sites import Site, members, site_at, text, verbatim

__all__ = ["build_operation"]

_STYLES: Mapping[Location, str] = {
    "path": "simple", "query": "form", "header": "simple", "cookie": "form", "querystring": "form",
}  # fmt: skip
_LOCATIONS: Mapping[str, Location] = {location: location for location in _STYLES}
_EXPLODED = frozenset({"form", "cookie"})
_NOT_PARAMETERS = frozenset({"accept", "content-type", "authorization"})  # OpenAPI: such header parameters are ignored


def build_operation(
    raw: RawOperation, reader: SchemaReader, schemes: tuple[Scheme, ...], rules: tuple[EntitlementRule, ...]
) -> Operation:
    """One settled operation's IR."""
    site = raw.site
    tags = site.node.get("tags")
    operation = Operation(
        id=text(site, "operationId"),
        method=raw.method.upper(),
        path=raw.path,
        origin=site.origin,
        parameters=tuple(_parameter(each, reader) for each in raw.parameters if _is_parameter(each)),
        body=_body(raw.body, reader) if raw.body else None,
        responses=tuple(_response(status, each, reader) for status, each in raw.responses),
        security=build_security(raw.security, schemes),
        tags=tuple(sorted({str(tag) for tag in tags})) if isinstance(tags, list) else (),
        summary=" ".join(text(site, "summary").split()),
        description=text(site, "description"),
        servers=tuple(server for each in raw.servers for server in servers_of(_holding(each))),
        entitlements=entitlements_of((site,), rules),
        deprecated=site.node.get("deprecated") is True,
    )
    return replace(operation, paging=find_paging(operation, reader.named))


def _holding(server: Site) -> Site:
    return Site(server.origin, {"servers": [dict(server.node)]})


def _is_parameter(site: Site) -> bool:
    ignored = site.node.get("in") == "header" and text(site, "name").lower() in _NOT_PARAMETERS
    return site.node.get("in") in _LOCATIONS and not ignored


def _parameter(site: Site, reader: SchemaReader) -> Parameter:
    location = _LOCATIONS[str(site.node["in"])]
    style = text(site, "style") or _STYLES[location]
    explode = site.node.get("explode")
    media_type, shape = _schema_or_content(site, reader)
    return Parameter(
        name=verbatim(site, "name"),
        location=location,
        shape=shape,
        required=site.node.get("required") is True or location == "path",
        style=style,
        explode=explode if isinstance(explode, bool) else style in _EXPLODED,
        allow_reserved=site.node.get("allowReserved") is True,
        media_type=media_type,
        origin=site.origin,
        description=text(site, "description"),
        default=optional_json(site_at(site, "schema"), "default"),
        example=example_of(site, reader.library) or optional_json(site_at(site, "schema"), "example"),
        deprecated=site.node.get("deprecated") is True,
    )


def _schema_or_content(site: Site, reader: SchemaReader) -> tuple[str | None, Shape]:
    for media_type, found in members(site, "content"):
        content = reader.library.follow(found)
        return media_type, reader.shape(site_at(content, "schema")) if "schema" in content.node else ANY
    return None, reader.shape(site_at(site, "schema")) if "schema" in site.node else ANY


def _body(site: Site, reader: SchemaReader) -> Body:
    return Body(
        contents=contents_of(site, reader),
        required=site.node.get("required") is True,
        origin=site.origin,
        description=text(site, "description"),
    )


def _response(status: str, site: Site, reader: SchemaReader) -> Response:
    return Response(
        status=status,
        contents=contents_of(site, reader),
        headers=tuple(_header(name, each, reader) for name, each in members(site, "headers")),
        origin=site.origin,
        description=text(site, "description"),
    )


def _header(name: str, site: Site, reader: SchemaReader) -> Parameter:
    target = reader.library.follow(site)
    node = {**target.node, "name": name, "in": "header"}
    return _parameter(Site(target.origin, node), reader)

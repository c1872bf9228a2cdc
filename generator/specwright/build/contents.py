"""Contents: the media types of a body, each with its shape and how its properties are written.

In: a request body's or a response's site, and the reader of schemas. Out: `Content`s.

Of a media type that is a sequence (JSON lines, server-sent events) the shape is that of one item: `itemSchema`, or what
an array in `schema` is made of, or `schema` itself, as documents before OpenAPI 3.2 have it. An `itemSchema` of events
describes fields of an event; what its `data` holds is the item.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.build.schemas import SchemaReader
from specwright.build.values import json_text, optional_json
from specwright.ir import Content, Encoding, JsonText, ListOf, Ref, Shape, Union
from specwright.media import is_stream, kind_of
from specwright.resolve import Library
from specwright.sites import Site, items, members, site_at, text

__all__ = ["contents_of", "example_of"]

_EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})


def contents_of(site: Site, reader: SchemaReader) -> tuple[Content, ...]:
    """Every media type of a body, by name."""
    return tuple(
        Content(
            media_type=media_type,
            shape=_shape(media_type, content, reader),
            encodings=tuple(_encoding(name, each) for name, each in members(content, "encoding")),
            example=example_of(content, reader.library),
        )
        for media_type, found in members(site, "content")
        for content in (reader.library.follow(found),)
    )


def example_of(site: Site, library: Library) -> JsonText | None:
    """The example that a site gives: `example`, or the first of `examples` by name."""
    if "example" in site.node:
        return optional_json(site, "example")
    listed = (library.follow(each) for _, each in members(site, "examples"))
    given = (json_text(each.node["value"]) for each in listed if "value" in each.node)
    return next(given, None)


def _shape(media_type: str, content: Site, reader: SchemaReader) -> Shape | None:
    bare = Content(media_type, None)
    if not is_stream(bare):
        return reader.shape(site_at(content, "schema")) if "schema" in content.node else None
    if "itemSchema" in content.node:
        item = site_at(content, "itemSchema")
        return _event_data(item, reader) if kind_of(bare) == "events" else reader.shape(item)
    if "schema" not in content.node:
        return None
    shape = reader.shape(site_at(content, "schema"))
    whole = reader.named[shape.target].shape if isinstance(shape, Ref) and shape.target in reader.named else shape
    return whole.item if isinstance(whole, ListOf) else shape


def _event_data(item: Site, reader: SchemaReader) -> Shape | None:
    """What the data of an event is, as JSON; nothing where it is text."""
    event = reader.library.follow(item)
    known = dict(members(event, "properties"))
    data = reader.library.follow(known["data"]) if "data" in known else None
    if data and "contentSchema" in data.node:
        return reader.shape(site_at(data, "contentSchema"))
    branches = [_event_data(each, reader) for key in ("oneOf", "anyOf") for each in items(event, key)]
    shapes = tuple(dict.fromkeys(shape for shape in branches if shape))
    if shapes:
        return shapes[0] if len(shapes) == 1 else Union(shapes)
    return None if known and known.keys() <= _EVENT_FIELDS else reader.shape(item)


def _encoding(name: str, site: Site) -> Encoding:
    """How a property is written; without a style of its own it is a value of its media type."""
    explode = site.node.get("explode")
    is_styled = any(key in site.node for key in ("style", "explode", "allowReserved"))
    style = (text(site, "style") or "form") if is_styled else None
    return Encoding(
        property=name,
        media_type=text(site, "contentType") or None,
        style=style,
        explode=explode if isinstance(explode, bool) else style == "form",
        allow_reserved=site.node.get("allowReserved") is True,
        headers=tuple(_header_names(site)),
    )


def _header_names(site: Site) -> Iterator[str]:
    """The part's own header fields; its `Content-Type` has a place of its own, by the standard."""
    yield from (name for name, _ in members(site, "headers") if name.lower() != "content-type")

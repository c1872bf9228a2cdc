"""Rows of operations, their parameters, bodies and answers."""

from __future__ import annotations

from specwright.coverage.rows import Row, degraded, generated, not_generated, not_shown
from specwright.coverage.spots import Spot
from specwright.ir import Content, Scalar
from specwright.media import kind_of, preferred

__all__ = ["ROWS"]

_IGNORED = frozenset({"accept", "content-type", "authorization"})


def _has_several_tags(spot: Spot) -> bool:
    tags = spot.node.get("tags")
    return isinstance(tags, list) and len(tags) > 1


def _is_ignored(spot: Spot) -> bool:
    return spot.node.get("in") == "header" and str(spot.node.get("name")).lower() in _IGNORED


def _is_not_json(spot: Spot) -> bool:
    content = spot.node.get("content")
    return any("json" not in name for name in content) if isinstance(content, dict) else False


def _has_several_examples(spot: Spot) -> bool:
    examples = spot.node.get("examples")
    return "example" in spot.node or (isinstance(examples, dict) and len(examples) > 1)


def _contents(spot: Spot) -> tuple[Content, ...]:
    """The media types beside this one, as far as their kind is concerned."""
    listed = spot.holder.node.get("content") if spot.holder else None
    contents = listed.items() if isinstance(listed, dict) else ()
    return tuple(
        Content(name, Scalar("any") if isinstance(each, dict) and "schema" in each else None) for name, each in contents
    )


def _kind(spot: Spot) -> str:
    return kind_of(Content(spot.name, Scalar("any") if "schema" in spot.node else None))


def _is_second_choice(spot: Spot) -> bool:
    contents = preferred(_contents(spot))
    return bool(contents) and contents[0].media_type != spot.name


def _is_in_request(spot: Spot) -> bool:
    return spot.holder is not None and spot.holder.kind == "request body"


def _is_further_request(spot: Spot) -> bool:
    return _is_in_request(spot) and _is_second_choice(spot)


def _is_further_answer(spot: Spot) -> bool:
    return spot.holder is not None and spot.holder.kind == "response" and _is_second_choice(spot)


def _is_xml(spot: Spot) -> bool:
    return "xml" in spot.name and _kind(spot) == "text"


def _is_text(spot: Spot) -> bool:
    return _kind(spot) == "text"


def _is_events(spot: Spot) -> bool:
    return _kind(spot) == "events"


def _is_form_answer(spot: Spot) -> bool:
    return not _is_in_request(spot) and _kind(spot) in ("form", "multipart")


ROWS: tuple[Row, ...] = (
    *generated("operation", "", "operationId", "summary", "description", "parameters", "requestBody", "responses"),
    *generated("operation", "deprecated", "security", "servers"),
    degraded(
        "operation", "tags", "An operation has one place in the package; the other tags name none.", _has_several_tags
    ),
    *generated("operation", "tags"),
    not_shown("operation", "externalDocs", "The link to further documentation is not shown."),
    not_generated("operation", "callbacks", "Callbacks are not generated."),
    not_generated(
        "parameter", "", "OpenAPI says that such a parameter is ignored; the client sets the header.", _is_ignored
    ),
    *generated("parameter", "", "$ref", "name", "in", "description", "required", "deprecated", "style", "explode"),
    *generated("parameter", "allowReserved", "schema", "example"),
    *generated("parameter", "allowEmptyValue"),
    degraded("parameter", "content", "The value is written as JSON, whatever the media type.", _is_not_json),
    *generated("parameter", "content"),
    not_shown("parameter", "examples", "Samples show one of the examples.", _has_several_examples),
    *generated("parameter", "examples"),
    *generated("request body", "", "$ref", "description", "content", "required"),
    degraded(
        "media type",
        "",
        "Arguments are typed for another media type of this body; this one takes `content_type` and an untyped value.",
        _is_further_request,
    ),
    degraded(
        "media type",
        "",
        "The method's type is that of another media type; a body of this one is read by its own schema.",
        _is_further_answer,
    ),
    degraded("media type", "", "The value is the text of the XML, taken and given as it is.", _is_xml),
    degraded("media type", "", "The body is given as it came, its fields are not told apart.", _is_form_answer),
    *generated("media type", "", "$ref"),
    degraded("media type", "schema", "Each event's data is text; it is not read by the schema.", _is_events),
    degraded("media type", "schema", "Text is taken and given as it is; it is not checked.", _is_text),
    *generated("media type", "schema", "example"),
    not_generated("media type", "itemSchema", "The items of a stream are untyped."),
    not_shown("media type", "examples", "Samples show one of the examples.", _has_several_examples),
    *generated("media type", "examples"),
    not_generated("media type", "encoding", "The parts of the body are written in the usual way of the media type."),
    not_generated("media type", "prefixEncoding", "The parts of the body are written in the usual way."),
    not_generated("media type", "itemEncoding", "The parts of the body are written in the usual way."),
    *generated("encoding", "", "contentType", "style", "explode", "allowReserved", "headers"),
    *generated("response", "", "$ref", "summary", "description", "content"),
    degraded("response", "headers", "Headers of an answer are documented, and read as text from the raw response."),
    not_generated("response", "links", "What links promise is not generated: call the other operation yourself."),
    *generated("header", "", "$ref", "description", "required", "deprecated", "schema", "content", "style", "explode"),
    *generated("header", "example", "examples"),
    not_generated("link", "", "What a link promises is not generated: call the other operation yourself."),
    *generated("callback", ""),
    *generated("example", "", "$ref", "summary", "description", "value", "dataValue", "serializedValue"),
    not_shown("example", "externalValue", "The file that holds the example is not fetched."),
)

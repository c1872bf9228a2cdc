"""Rows of operations, their parameters, bodies and answers."""

from __future__ import annotations

from collections.abc import Mapping

from specwright.build.scalars import types_of
from specwright.coverage.rows import Row, degraded, generated, not_generated, not_shown
from specwright.coverage.spots import Spot
from specwright.ir import Content, Scalar
from specwright.load import Json
from specwright.load.pointers import join
from specwright.media import kind_of

__all__ = ["ROWS"]

_IGNORED = frozenset({"accept", "content-type", "authorization"})


def _is_received(spot: Spot) -> bool:
    """Part of what the API calls: a webhook or a callback."""
    return any(each.kind == "callback" or each.field in ("webhooks", "x-webhooks") for each in spot.above())


def _has_several_tags(spot: Spot) -> bool:
    tags = spot.node.get("tags")
    return isinstance(tags, list) and len(tags) > 1


def _is_ignored(spot: Spot) -> bool:
    return spot.node.get("in") == "header" and str(spot.node.get("name")).lower() in _IGNORED


def _is_not_json(spot: Spot) -> bool:
    content = spot.node.get("content")
    return any("json" not in name for name in content) if isinstance(content, dict) else False


def _is_another_example(spot: Spot) -> bool:
    """Not the one that samples show: `example`, or the first of `examples` by name."""
    beside: Mapping[str, Json] = spot.holder.node if spot.holder else {}
    examples = beside.get("examples")
    return "example" in beside or (isinstance(examples, dict) and spot.name != min(examples))


def _kind(spot: Spot) -> str:
    return kind_of(Content(spot.name, Scalar("any") if "schema" in spot.node else None))


def _is_in_request(spot: Spot) -> bool:
    return spot.holder is not None and spot.holder.kind == "request body"


def _is_answer_of_ours(spot: Spot) -> bool:
    return not _is_in_request(spot) and _is_received(spot)


def _is_no_form(spot: Spot) -> bool:
    return _kind(spot) not in ("form", "multipart")


def _is_xml(spot: Spot) -> bool:
    return "xml" in spot.name and _kind(spot) == "text"


def _is_text(spot: Spot) -> bool:
    return _kind(spot) == "text"


def _is_unread(spot: Spot) -> bool:
    """A media type that nobody knows, whose schema says more than text."""
    meant = spot.found.find((spot.origin.file, join(spot.origin.pointer, "schema"), "schema"))
    node = meant.fields if meant else {}
    said = {"properties", "items", "allOf", "oneOf", "anyOf"} & node.keys()
    types = types_of(node)
    return _kind(spot) == "binary" and (bool(said) or (bool(types) and "string" not in types))


def _is_form_answer(spot: Spot) -> bool:
    return not _is_in_request(spot) and _kind(spot) in ("form", "multipart")


ROWS: tuple[Row, ...] = (
    *(
        not_generated(
            "operation", field, "A webhook is verified by the signature that the configuration names.", _is_received
        )
        for field in ("security", "servers")
    ),
    *generated("operation", "", "operationId", "summary", "description", "parameters", "requestBody", "responses"),
    *generated("operation", "deprecated", "security", "servers", "callbacks"),
    degraded(
        "operation", "tags", "An operation has one place in the package; the other tags name none.", _has_several_tags
    ),
    *generated("operation", "tags"),
    not_shown("operation", "externalDocs", "The link to further documentation is not shown."),
    not_generated(
        "parameter", "", "OpenAPI says that such a parameter is ignored; the client sets the header.", _is_ignored
    ),
    degraded(
        "parameter", "", "It is documented; the receiver of a webhook reads it from its own request.", _is_received
    ),
    *generated("parameter", "", "$ref", "name", "in", "description", "required", "deprecated", "style", "explode"),
    *generated("parameter", "allowReserved", "schema", "example"),
    *generated("parameter", "allowEmptyValue"),
    degraded("parameter", "content", "The value is written as JSON, whatever the media type.", _is_not_json),
    *generated("parameter", "content"),
    *generated("parameter", "examples"),
    *generated("request body", "", "$ref", "description", "content", "required"),
    degraded("media type", "", "What to answer a webhook is documented, and has no method.", _is_answer_of_ours),
    degraded("media type", "", "The value is the text of the XML, taken and given as it is.", _is_xml),
    degraded("media type", "", "The body is given as it came, its fields are not told apart.", _is_form_answer),
    *generated("media type", "", "$ref"),
    degraded("media type", "schema", "Nobody knows this media type: the body is bytes as they come.", _is_unread),
    degraded("media type", "schema", "Text is taken and given as it is; it is not checked.", _is_text),
    *generated("media type", "schema", "itemSchema", "example", "examples"),
    degraded("media type", "encoding", "It says something of forms alone, and this body is none.", _is_no_form),
    *generated("media type", "encoding"),
    *generated("encoding", "", "contentType", "style", "explode", "allowReserved", "headers"),
    not_generated("media type", "prefixEncoding", "The parts of the body are written in the usual way."),
    not_generated("media type", "itemEncoding", "The parts of the body are written in the usual way."),
    *generated("response", "", "$ref", "description", "content", "headers", "links"),
    not_shown("response", "summary", "The description is shown."),
    degraded("header", "", "It is documented, and is read as text from the raw response."),
    *generated("header", "$ref", "description", "required", "deprecated", "schema", "content", "style", "explode"),
    *(not_shown("header", name, "Samples show no headers of answers.") for name in ("example", "examples")),
    not_generated("link", "", "What a link promises is not generated: call the other operation yourself."),
    not_generated("callback", "", "A callback of what the API itself calls is not generated.", _is_received),
    *generated("callback", ""),
    not_shown("example", "", "Samples show another example.", _is_another_example),
    *generated("example", "", "$ref", "value"),
    *(not_shown("example", name, "Of an example the value is shown.") for name in ("summary", "description")),
    *(not_shown("example", name, "Samples show `value`.") for name in ("dataValue", "serializedValue")),
    not_shown("example", "externalValue", "The file that holds the example is not fetched."),
)

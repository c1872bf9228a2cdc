"""Answers: a schema and examples move below the media types that an operation produces.

In: a response of Swagger 2.0, its place, and the media types. Out: one of OpenAPI 3.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.load import Json, Target
from specwright.load.pointers import join
from specwright.upgrade.bodies import MediaTypes
from specwright.upgrade.media import ANYTHING, JSON, ordered, without_json
from specwright.upgrade.parameters import upgrade_header
from specwright.upgrade.places import Here
from specwright.upgrade.schemas import again, is_file

__all__ = ["upgrade_response"]

_MOVED = ("examples", "headers", "schema")


def upgrade_response(here: Here, node: Json, produces: MediaTypes) -> Json:
    """One answer."""
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return _shared(here, node, produces)
    return {**_around(here, node), **_content(here, node, produces)}


def _around(here: Here, node: Mapping[str, Json]) -> dict[str, Json]:
    made = {key: each for key, each in node.items() if key not in _MOVED}
    headers = node.get("headers")
    if isinstance(headers, dict):
        made["headers"] = {name: upgrade_header(here.at("headers", name), each) for name, each in headers.items()}
    return made


def _content(here: Here, node: Mapping[str, Json], produces: MediaTypes) -> dict[str, Json]:
    examples = node.get("examples")
    given = dict(examples) if isinstance(examples, dict) else {}
    if "schema" not in node:
        _leave_out(here, tuple(given))
        return {}
    schema = Target(here.document, here.at("schema").old, node["schema"])
    contents: dict[str, Json] = {}
    for media_type in _media_types(schema.value, produces):
        place = here.moved(schema.pointer, "content", media_type, "schema")
        content: dict[str, Json] = {"schema": again(place, schema.value, schema if contents else None)}
        if media_type in given:
            here.moved(here.at("examples", media_type).old, "content", media_type, "example")
            content["example"] = given.pop(media_type)
        contents[media_type] = content
    _leave_out(here, tuple(given))
    return {"content": contents}


def _media_types(schema: Json, produces: MediaTypes) -> tuple[str, ...]:
    if is_file(schema):
        return ordered(without_json(produces.own), ANYTHING)
    return ordered(produces.own, JSON)


def _leave_out(here: Here, media_types: tuple[str, ...]) -> None:
    for each in media_types:
        if not each.startswith("x-"):
            message = f'this answer has no content of the media type "{each[:60]}", so the example is not shown.'
            here.at("examples", each).warn("example-left-out", message, "Name the media type in produces.")


def _shared(here: Here, node: Mapping[str, Json], produces: MediaTypes) -> Json:
    """An answer that stands elsewhere: referred to, or written out where this operation produces something else."""
    target = here.upgrading.follow(here.document, node)
    meant = target.value if target else None
    if target is None or produces.own == produces.general or not isinstance(meant, dict) or "schema" not in meant:
        return here.upgrading.refer("response", here, node)
    schema = Target(target.document, join(target.pointer, "schema"), meant["schema"])
    inner = meant["schema"]
    further = here.upgrading.follow(target.document, inner) if isinstance(inner, dict) else None
    contents: dict[str, Json] = {
        media_type: {"schema": here.upgrading.refer("schema", here, {}, further or schema)}
        for media_type in _media_types(inner, produces)
    }
    around = {key: each for key, each in meant.items() if key not in _MOVED}
    return {**around, "content": contents}

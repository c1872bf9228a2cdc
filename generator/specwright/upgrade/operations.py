"""Path items and operations.

In: those of Swagger 2.0, and what the document says for all. Out: those of OpenAPI 3.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.load import Json, Target
from specwright.upgrade.answers import upgrade_response
from specwright.upgrade.bodies import Given, MediaTypes, request_body
from specwright.upgrade.media import listed
from specwright.upgrade.parameters import upgrade_parameter
from specwright.upgrade.places import Here
from specwright.upgrade.servers import servers_of

__all__ = ["upgrade_path_item"]

_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_OF_BODY = ("body", "formData")
_MOVED = ("consumes", "parameters", "produces", "responses", "schemes")
_CHAIN = 64


def upgrade_path_item(here: Here, node: Json) -> Json:
    """One path with its operations."""
    if not isinstance(node, dict):
        return node
    made = here.upgrading.refer("path item", here, node) if isinstance(node.get("$ref"), str) else dict(node)
    shared, plain = _parameters(here, node)
    if "parameters" in node:
        made["parameters"] = plain
    for method in node:
        if method in _METHODS:
            made[method] = _operation(here.at(method), node[method], shared)
    return made


def _operation(here: Here, node: Json, shared: tuple[Given, ...]) -> Json:
    if not isinstance(node, dict):
        return node
    root = here.upgrading.document.data
    made = {key: each for key, each in node.items() if key not in _MOVED}
    own, plain = _parameters(here, node)
    if plain or ("parameters" in node and not own):
        made["parameters"] = plain
    given = own or shared
    if given:
        made["requestBody"] = request_body(here, given, _media_types(node, root, "consumes"))
    if "responses" in node:
        produces = _media_types(node, root, "produces")
        made["responses"] = _responses(here.at("responses"), node["responses"], produces)
    if isinstance(node.get("schemes"), list) and node["schemes"] != root.get("schemes"):
        here.moved(here.at("schemes").old, "servers")
        made["servers"] = servers_of(root, node["schemes"])
    return made


def _media_types(node: Mapping[str, Json], root: Mapping[str, Json], key: str) -> MediaTypes:
    general = listed(root, key)
    return MediaTypes(listed(node, key, general), general)


def _responses(here: Here, node: Json, produces: MediaTypes) -> Json:
    if not isinstance(node, dict):
        return node
    return {
        status: each if status.startswith("x-") else upgrade_response(here.at(status), each, produces)
        for status, each in node.items()
    }


def _parameters(here: Here, node: Mapping[str, Json]) -> tuple[tuple[Given, ...], Json]:
    """Those that make the body, and the others as they stand now."""
    value = node.get("parameters")
    if not isinstance(value, list):
        return (), value
    given: list[Given] = []
    plain: list[Json] = []
    for index, each in enumerate(value):
        place = here.at("parameters", index)
        meant = _meant(place, each)
        if isinstance(meant.value, dict) and meant.value.get("in") in _OF_BODY:
            given.append(Given(place, meant, meant.value))
        else:
            moved = here.moved(place.old, "parameters", len(plain))
            plain.append(upgrade_parameter(moved, each))
    return tuple(given), plain


def _meant(here: Here, node: Json) -> Target:
    """A parameter, or what it refers to in the end."""
    target = Target(here.document, here.old, node)
    for _ in range(_CHAIN):
        value = target.value
        following = here.upgrading.follow(target.document, value) if isinstance(value, dict) else None
        if following is None:
            break
        target = following
    return target

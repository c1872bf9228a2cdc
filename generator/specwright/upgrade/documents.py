"""Documents: the whole of one, then what it reaches in other files.

In: a document of Swagger 2.0. Out: one of OpenAPI 3.0 that knows what was published, and problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from specwright.load import Document, Folder, Json, Published, Target
from specwright.load.pointers import split
from specwright.problems import Problem
from specwright.upgrade.answers import upgrade_response
from specwright.upgrade.bodies import MediaTypes, shared_body
from specwright.upgrade.media import listed
from specwright.upgrade.operations import upgrade_path_item
from specwright.upgrade.parameters import upgrade_parameter
from specwright.upgrade.places import Here, Kind, Upgrading
from specwright.upgrade.schemas import upgrade_schema
from specwright.upgrade.security import upgrade_scheme
from specwright.upgrade.servers import servers_of

__all__ = ["upgrade_document"]

_VERSION = "3.0.3"
_GONE = frozenset({
    "basePath", "consumes", "definitions", "host", "parameters", "paths", "produces", "responses", "schemes",
    "securityDefinitions", "swagger",
})  # fmt: skip


def upgrade_document(document: Document) -> tuple[Document, list[Problem]]:
    """The document, with the other files beside it."""
    upgrading = Upgrading(document, Folder(document))
    data: dict[str, dict[str, Json]] = {document.file: _whole(Here(upgrading, document, "", ""))}
    others: dict[str, Document] = {}
    while upgrading.waiting:
        kind, target = upgrading.waiting.popleft()
        file = target.document.file
        if target.document is not document:
            others.setdefault(file, target.document)
        changed = _changed(data.get(file, target.document.data), split(target.pointer), _part(upgrading, kind, target))
        if isinstance(changed, dict):
            data[file] = changed
    upgrading.settle()
    beside = tuple(_with(each, data[file], upgrading) for file, each in sorted(others.items()) if file in data)
    return replace(_with(document, data[document.file], upgrading), beside=beside), upgrading.problems


def _with(document: Document, data: dict[str, Json], upgrading: Upgrading) -> Document:
    return replace(document, data=data, published=Published(document.data, upgrading.places.get(document.file, {})))


def _part(upgrading: Upgrading, kind: Kind, target: Target) -> Json:
    """What a reference leads to in another file, brought up where it stands."""
    here = Here(upgrading, target.document, target.pointer, target.pointer).moved(target.pointer)
    root = upgrading.document.data
    match kind:
        case "schema":
            return upgrade_schema(here, target.value)
        case "parameter":
            return upgrade_parameter(here, target.value)
        case "response":
            general = listed(root, "produces")
            return upgrade_response(here, target.value, MediaTypes(general, general))
        case "path item":
            return upgrade_path_item(here, target.value)
        case "request body":
            return target.value


def _changed(data: Json, steps: tuple[str, ...], value: Json) -> Json:
    """The data with another value at these steps; what is not on the way is shared."""
    if not steps:
        return value
    step, *rest = steps
    if isinstance(data, dict) and step in data:
        return {**data, step: _changed(data[step], tuple(rest), value)}
    if isinstance(data, list):
        index = int(step)
        return [*data[:index], _changed(data[index], tuple(rest), value), *data[index + 1 :]]
    return data


def _whole(here: Here) -> dict[str, Json]:
    node = here.document.data
    here.moved("/swagger", "openapi")
    made: dict[str, Json] = {"openapi": _VERSION, **{key: each for key, each in node.items() if key not in _GONE}}
    if servers := servers_of(node, node.get("schemes")):
        here.moved(f"/{next(key for key in ('host', 'basePath') if key in node)}", "servers")
        made["servers"] = servers
    if "paths" in node:
        made["paths"] = _each(here.at("paths"), node["paths"], _path)
    given = node.get("components")
    components = {**(given if isinstance(given, dict) else {}), **dict(_components(here, node))}
    return {**made, "components": components} if components else made


def _path(here: Here, node: Json) -> Json:
    return node if split(here.old)[-1].startswith("x-") else upgrade_path_item(here, node)


def _components(here: Here, node: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    sections: tuple[tuple[str, str, Callable[[Here, Json], Json]], ...] = (
        ("definitions", "schemas", upgrade_schema),
        ("securityDefinitions", "securitySchemes", upgrade_scheme),
        ("responses", "responses", _response),
    )
    for old, new, change in sections:
        if old in node:
            yield new, _each(here.moved(f"/{old}", "components", new), node[old], change)
    parameters = node.get("parameters")
    if isinstance(parameters, dict):
        yield from _shared_parameters(here, parameters)


def _response(here: Here, node: Json) -> Json:
    general = listed(here.document.data, "produces")
    return upgrade_response(here, node, MediaTypes(general, general))


def _each(here: Here, node: Json, change: Callable[[Here, Json], Json]) -> Json:
    return {name: change(here.at(name), each) for name, each in node.items()} if isinstance(node, dict) else node


def _shared_parameters(here: Here, node: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    """A body is a request body now; what belongs to a form is written out where it is used."""
    places = {name: here.at("parameters", name) for name in node}
    where = {name: each.get("in") if isinstance(each, dict) else None for name, each in node.items()}
    general = listed(here.document.data, "consumes")
    bodies: dict[str, Json] = {}
    others: dict[str, Json] = {}
    for name, each in node.items():
        old = places[name].old
        if isinstance(each, dict) and where[name] == "body":
            place = here.moved(old, "components", "requestBodies", name)
            bodies[name] = shared_body(place, each, MediaTypes(general, general))
        elif where[name] != "formData":
            others[name] = upgrade_parameter(here.moved(old, "components", "parameters", name), each)
    if bodies:
        yield "requestBodies", bodies
    if others:
        yield "parameters", others

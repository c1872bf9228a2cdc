"""The operations of a path item and the parameters of either, with references followed.

In: a survey and a place in it. Out: places, in document order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specwright.validate.fields import METHODS
from specwright.validate.survey import Place, Survey

__all__ = ["Declared", "operations_of", "parameters_of", "paths_of", "received_of", "sources_of"]


@dataclass(frozen=True, slots=True)
class Declared:
    """A parameter: where it is listed, what it is called and where it is sent."""

    listed: Place
    meant: Place
    name: str
    location: str


def paths_of(found: Survey) -> Iterator[tuple[str, Place]]:
    """The paths of the document, each with its path item as it stands there."""
    paths = found.document.data.get("paths")
    root = found.places[(found.document.file, "", "document")]
    for path in paths if isinstance(paths, dict) else ():
        item = found.places.get(root.child("path item", "paths", path))
        if item is not None:
            yield path, item


def received_of(found: Survey) -> Iterator[tuple[str, Place]]:
    """What the API calls: the path items of webhooks by name, then those of callbacks by expression."""
    root = found.places[(found.document.file, "", "document")]
    for field in ("webhooks", "x-webhooks"):
        held = root.fields.get(field)
        for name in held if isinstance(held, dict) else ():
            if item := found.places.get(root.child("path item", field, name)):
                yield name, item
    for callback in found.of("callback"):
        for expression in callback.fields:
            if item := found.places.get(callback.child("path item", expression)):
                yield expression, item


def operations_of(found: Survey, item: Place) -> dict[str, Place]:
    """The operations of a path item by method; its own win over those of the one it refers to."""
    operations: dict[str, Place] = {}
    for source in sources_of(found, item):
        for method in METHODS:
            operation = found.places.get(source.child("operation", method))
            if operation is not None:
                operations.setdefault(method, operation)
        further = source.fields.get("additionalOperations")
        for method in further if isinstance(further, dict) else ():
            operation = found.places.get(source.child("operation", "additionalOperations", method))
            if operation is not None:
                operations.setdefault(method, operation)
    return operations


def parameters_of(found: Survey, owner: Place) -> Iterator[Declared]:
    """The parameters that a path item or an operation lists itself, as far as they say what they are."""
    for source in sources_of(found, owner):
        listed = source.fields.get("parameters")
        for index in range(len(listed) if isinstance(listed, list) else 0):
            key = source.child("parameter", "parameters", index)
            place, meant = found.places.get(key), found.find(key)
            if place is None or meant is None:
                continue
            name, location = meant.fields.get("name"), meant.fields.get("in")
            if isinstance(name, str) and isinstance(location, str):
                yield Declared(place, meant, name, location)


def sources_of(found: Survey, owner: Place) -> list[Place]:
    """A path item or an operation itself, and what it refers to in the end."""
    meant = found.find(owner.key)
    return [owner] if meant is None or meant is owner else [owner, meant]

"""Valid arguments for any operation, made from what its document says.

In: a document and an operation. Out: keyword arguments by Python names.

Why not written by hand: an operation that is new in a document is then called without a new line here.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import cast

from tests.prism.documents import Node, resolved

__all__ = ["Amount", "arguments_of", "wire_values"]

_DEEPEST = 12
_BY_FORMAT = {
    "date-time": "2026-09-01T09:30:00Z",
    "date": "2026-09-01",
    "uuid": "7b0c4c1e-52a7-4c86-9a44-0f5d3c1f2a6b",
    "email": "ada@example.com",
    "uri": "https://example.com/a",
}


class Amount(Enum):
    """How much of what the document allows is given."""

    REQUIRED = auto()
    EVERYTHING = auto()


def arguments_of(document: Node, operation: Node, method: Callable[..., object], amount: Amount) -> dict[str, object]:
    """The arguments of a method, by the names that its signature has."""
    wires = wire_values(document, operation, amount)
    names = {_bare(name): name for name in inspect.signature(method).parameters}
    return {names[_bare(wire)]: value for wire, value in wires.items()}


def wire_values(document: Node, operation: Node, amount: Amount) -> dict[str, object]:
    """A valid value for each parameter and each field of the body, by the names in the document."""
    return dict(_wire_values(document, operation, amount))


def _bare(name: str) -> str:
    """What is left of a name in either spelling: `organizerUserId`, `organizer_user_id`."""
    return "".join(sign for sign in name.lower() if sign.isalnum())


def _wire_values(document: Node, operation: Node, amount: Amount) -> Iterator[tuple[str, object]]:
    for parameter in (resolved(document, each) for each in cast("list[Node]", operation.get("parameters", []))):
        if amount is Amount.EVERYTHING or parameter.get("required"):
            yield str(parameter["name"]), _example(document, parameter, amount)
    if "requestBody" in operation:
        body = resolved(document, operation["requestBody"])
        content = cast("dict[str, Node]", body["content"])["application/json"]
        yield from cast("Node", _example(document, content, amount)).items()


def _example(document: Node, holder: Node, amount: Amount) -> object:
    """The example of a parameter or a media type, else a value of its schema."""
    if "example" in holder:
        return holder["example"]
    return _value(document, holder["schema"], amount, 0)


def _value(document: Node, schema: object, amount: Amount, depth: int) -> object:
    node = resolved(document, schema)
    if depth > _DEEPEST:
        raise ValueError(f"a value nests deeper than {_DEEPEST}")
    for key in ("example", "default"):
        if key in node:
            return node[key]
    if "enum" in node:
        return cast("list[object]", node["enum"])[0]
    for key in ("oneOf", "anyOf"):
        if key in node:
            return _value(document, cast("list[object]", node[key])[0], amount, depth + 1)
    return _typed_value(document, node, amount, depth)


def _typed_value(document: Node, node: Node, amount: Amount, depth: int) -> object:
    match node.get("type"):
        case "string":
            return _BY_FORMAT.get(str(node.get("format")), "text")
        case "integer" | "number":
            return node.get("minimum", 1)
        case "boolean":
            return True
        case "array":
            return [_value(document, node["items"], amount, depth + 1)]
        case "object":
            required = cast("list[str]", node.get("required", []))
            properties = cast("Node", node.get("properties", {}))
            return {
                name: _value(document, each, amount, depth + 1)
                for name, each in properties.items()
                if amount is Amount.EVERYTHING or name in required
            }
        case other:
            raise ValueError(f"no value can be made for type {other!r}")

"""Directions: properties that only answers have, and properties that only requests have.

In: a version; then the object behind a model and its schema. Out: which models are sent and which are received; the
schema as it must read for both, and the properties that a caller need not give.

Why `writeOnly` is not required of what is received: an answer never has it. Why `readOnly` stays required in its type:
every answer has it, and to look for `None` each time would be a burden; a caller just need not give it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specwright.flatten import whole_of
from specwright.ir import Model, Object, Operation, Shape
from specwright.load import Json
from specwright.python.canonical import Schema
from specwright.python.reach import targets
from specwright.sdk import Version

__all__ = ["Directions", "directions_of", "eased", "unasked"]


@dataclass(frozen=True, slots=True)
class Directions:
    """The ids of the models that a caller makes, and of those that come back."""

    sent: frozenset[str]
    received: frozenset[str]


def directions_of(version: Version) -> Directions:
    """Where each model goes."""
    operations = version.api.operations
    told = [each.operation for each in version.api.webhooks]
    return Directions(
        _reached([*_asked(operations), *_answered(told)], version.models),
        _reached([*_answered(operations), *_asked(told)], version.models),
    )


def eased(schema: Schema, whole: Object | None, *, received: bool) -> Schema:
    """The schema without what no answer has among what is required."""
    required = schema.get("required")
    if not whole or not received or not isinstance(required, list):
        return schema
    hidden = {field.name for field in whole.fields if field.write_only}
    kept: list[Json] = [name for name in required if name not in hidden]
    return {**schema, "required": kept}


def unasked(whole: Object | None, *, sent: bool) -> tuple[str, ...]:
    """The required properties that a caller need not give."""
    fields = whole.fields if whole and sent else ()
    return tuple(field.name for field in fields if field.required and field.read_only)


def _asked(operations: Iterable[Operation]) -> list[Shape]:
    found = [parameter.shape for operation in operations for parameter in operation.parameters]
    bodies = [operation.body for operation in operations if operation.body]
    return [*found, *(content.shape for body in bodies for content in body.contents if content.shape)]


def _answered(operations: Iterable[Operation]) -> list[Shape]:
    responses = [response for operation in operations for response in operation.responses]
    return [content.shape for response in responses for content in response.contents if content.shape]


def _reached(shapes: Iterable[Shape], models: Mapping[str, Model]) -> frozenset[str]:
    waiting = [key for shape in shapes for key in targets(shape)]
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(targets(whole_of(models[key].shape, models)))
    return frozenset(found)

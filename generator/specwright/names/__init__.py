"""Name: every public name, decided once, from the place of the thing alone.

In: the IR. Out: `Names`. Targets ask here and never invent a name of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specwright.flatten import as_object, body_fields
from specwright.ir import Api, Field, Operation
from specwright.names.models import is_component, name_models
from specwright.names.operations import OperationName, name_operations
from specwright.names.reserved import ARGUMENTS, PROPERTIES, RESOURCES, safe
from specwright.names.words import pascal, snake

__all__ = ["Names", "OperationName", "is_component", "name", "pascal", "snake"]


@dataclass(frozen=True, slots=True)
class Names:
    """Public names by place: operations by pointer, models by id, properties by pointer, arguments by operation."""

    operations: Mapping[str, OperationName]
    models: Mapping[str, str]
    properties: Mapping[str, str]
    arguments: Mapping[str, Mapping[str, str]]


def name(api: Api) -> Names:
    """The names of everything in the API."""
    models = {model.id: model for model in api.models}
    operations = {key: _safe_operation(each) for key, each in name_operations(api.operations).items()}
    objects = [whole for model in api.models if (whole := as_object(model.shape, models))]
    return Names(
        operations=operations,
        models=name_models(api, operations),
        properties={key: each for whole in objects for key, each in _property_names(whole.fields).items()},
        arguments={each.origin.pointer: _argument_names(each, body_fields(each, models)) for each in api.operations},
    )


def _property_names(fields: Iterable[Field]) -> Mapping[str, str]:
    """Names of an object's properties, by place; where two would be one, both show their own spelling."""
    wire = {field.origin.pointer: field.name for field in fields}
    plain = {key: safe(snake(each), PROPERTIES) for key, each in wire.items()}
    taken = Counter(plain.values())
    return {key: each if taken[each] == 1 else _spelled(wire[key], each) for key, each in plain.items()}


def _argument_names(operation: Operation, fields: tuple[Field, ...]) -> Mapping[str, str]:
    """Names of an operation's arguments, by `location:wire`; where two would be one, both say their location."""
    places = [(each.location, each.name) for each in operation.parameters]
    wires = [*(f"{location}:{wire}" for location, wire in places), *(f"body:{field.name}" for field in fields)]
    plain = {key: safe(snake(key.partition(":")[2]), ARGUMENTS) for key in wires}
    taken = Counter(plain.values())
    located = {key: each if taken[each] == 1 else f"{key.partition(':')[0]}_{each}" for key, each in plain.items()}
    again = Counter(located.values())
    return {key: each if again[each] == 1 else _spelled(key.partition(":")[2], each) for key, each in located.items()}


def _spelled(wire: str, plain: str) -> str:
    """The plain name with the code points of what it lost: capitals and signs."""
    lost = (sign for sign in wire if not (sign.isascii() and (sign.islower() or sign.isdigit() or sign == "_")))
    marks = "_".join(f"{ord(sign):x}" for sign in lost)
    return f"{plain}_x{marks}" if marks else plain


def _safe_operation(each: OperationName) -> OperationName:
    return OperationName(tuple(safe(part, RESOURCES) for part in each.resource), safe(each.method, RESOURCES))

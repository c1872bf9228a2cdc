"""Samples: a call of each operation as a user would write it.

In: a version. Out: `Sample`s with the required arguments filled in: an example of the specification wins, else a value
of the type.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from specwright.flatten import as_object, body_fields
from specwright.ir import (
    AllOf,
    Enum,
    Field,
    JsonText,
    ListOf,
    MapOf,
    Object,
    Operation,
    Parameter,
    Ref,
    Scalar,
    Shape,
    Union,
)
from specwright.load import Json
from specwright.python.views import Sample
from specwright.sdk import Version

__all__ = ["first_sample", "samples"]

_DATETIME = "datetime(2026, 9, 1, 9, 30, tzinfo=UTC)"
_SCALARS: Mapping[str, str] = {
    "string": '"text"', "integer": "1", "number": "1.5", "boolean": "True", "null": "None", "any": '"text"',
    "never": "None",
}  # fmt: skip


def samples(version: Version) -> tuple[Sample, ...]:
    """One sample for each operation, by public name."""
    names = version.names.operations
    ordered = sorted(version.api.operations, key=lambda each: names[each.key])
    return tuple(Sample(each.summary or names[each.key].dotted, _call(version, each)) for each in ordered)


def first_sample(version: Version) -> str:
    """What the README begins with: a listing where there is one, else the shortest call, inside the client's `with`."""
    names = version.names.operations
    by_length = sorted(version.api.operations, key=lambda each: (not each.paging, len(_call(version, each))))
    if not by_length:
        return "    pass"
    call = _call(version, by_length[0])
    if not by_length[0].paging:
        return f"    print({call})"
    method = names[by_length[0].key].method
    return f"    for item in {call.replace(f'.{method}(', f'.{method}_all(', 1)}:\n        print(item)"


def _call(version: Version, operation: Operation) -> str:
    names = version.names.arguments[operation.key]
    given = [_argument(version, each, names) for each in operation.parameters if each.required]
    required = bool(operation.body and operation.body.required)
    fields = [each for each in body_fields(operation, version.models) if each.required and required]
    given += [f"{names[f'body:{each.name}']}={_of_field(version, each, ())}" for each in fields]
    return f"client.{version.names.operations[operation.key].dotted}({', '.join(given)})"


def _argument(version: Version, parameter: Parameter, names: Mapping[str, str]) -> str:
    written = _value(version, parameter.shape, parameter.example, ())
    return written if parameter.location == "path" else f"{names[f'{parameter.location}:{parameter.name}']}={written}"


def _of_field(version: Version, field: Field, above: tuple[str, ...]) -> str:
    return _value(version, field.shape, field.example, above)


def _value(version: Version, shape: Shape, example: JsonText | None, above: tuple[str, ...]) -> str:
    match shape:
        case Scalar():
            return _scalar(shape, example)
        case Enum():
            return repr(json.loads(shape.values[0]))
        case ListOf():
            return _list(version, shape, example, above)
        case MapOf():
            return "{}"
        case Ref():
            return _model(version, shape.target, example, above)
        case Union():
            return _value(version, shape.branches[0], example, above)
        case AllOf() | Object():
            raise AssertionError("`build` names every object")


def _scalar(shape: Scalar, example: JsonText | None) -> str:
    if shape.type == "string" and shape.format == "date-time":
        return _DATETIME
    if shape.type == "string" and shape.format == "date":
        return "date(2026, 9, 1)"
    return _SCALARS[shape.type] if example is None else _literal(json.loads(example))


def _literal(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _list(version: Version, shape: ListOf, example: JsonText | None, above: tuple[str, ...]) -> str:
    if example is not None and isinstance(shape.item, Scalar):
        return _literal(json.loads(example))
    return f"[{_value(version, shape.item, None, above)}]"


def _model(version: Version, key: str, example: JsonText | None, above: tuple[str, ...]) -> str:
    model = version.models[key]
    if isinstance(model.shape, Enum):
        return _literal(json.loads(example)) if example is not None else _literal(json.loads(model.shape.values[0]))
    whole = as_object(model.shape, version.models)
    if whole is None:
        return _value(version, model.shape, example, above) if key not in above else "None"
    if key in above:
        return "None"
    given = [
        f"{version.names.properties[each.origin]}={_of_field(version, each, (*above, key))}"
        for each in whole.fields
        if each.required
    ]
    return f"models.{version.names.models[key]}({', '.join(given)})"

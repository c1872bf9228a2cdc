"""Sample values: what a sample passes where the specification wants something of a shape.

In: a version, a shape, and the example that the specification gives, if it gives one. Out: Python source of that type.
An example wins where it is of the type; vendors write many that are not.
"""

from __future__ import annotations

import json

from specwright.flatten import as_object, whole_of
from specwright.ir import AllOf, Enum, JsonText, ListOf, MapOf, Object, Ref, Scalar, Shape, TupleOf, Union
from specwright.load import Json
from specwright.python.members import fills_itself
from specwright.sdk import Version

__all__ = ["FILE", "sample_value"]

FILE = 'Path("file")'
_TYPED = {
    "date-time": "datetime(2026, 9, 1, 9, 30, tzinfo=UTC)",
    "date": "date(2026, 9, 1)",
    "uuid": 'UUID("0b7e5c1c-3f5d-4a8e-9d64-2f1f6f2b9a10")',
}
_ANYTHING = "{}"


def sample_value(version: Version, shape: Shape | None, example: JsonText | None) -> str:
    """A value of the shape."""
    return _ANYTHING if shape is None else _value(version, shape, example, ())


def _value(version: Version, shape: Shape, example: JsonText | None, above: tuple[str, ...]) -> str:
    match shape:
        case Scalar():
            return _scalar(shape, None if example is None else json.loads(example))
        case Enum():
            return _of_enum(shape, example)
        case ListOf():
            return _list(version, shape, example, above)
        case TupleOf():
            return _items([_value(version, each, None, above) for each in shape.items])
        case MapOf():
            return "{}"
        case Ref():
            return _model(version, shape.target, example, above)
        case Union():
            return _value(version, shape.branches[0], example, above)
        case AllOf():  # parts that make no object: what fits one of them is the nearest
            return _value(version, shape.parts[0], example, above)
        case Object():
            raise AssertionError("`build` names every object")


def _scalar(shape: Scalar, example: Json) -> str:
    match shape.type:
        case "string":
            return _TYPED.get(shape.format or "") or _text(shape, example)
        case "integer":
            whole = isinstance(example, int) and not isinstance(example, bool)
            return repr(example) if whole else str(int(_least(shape, 1)))
        case "number":
            number = isinstance(example, int | float) and not isinstance(example, bool)
            return repr(example) if number else repr(_least(shape, 1.5))
        case "boolean":
            return repr(example) if isinstance(example, bool) else "True"
        case "any":
            return _ANYTHING if example is None else repr(example)
        case "null" | "never":
            return "None"


def _text(shape: Scalar, example: Json) -> str:
    if isinstance(example, str):
        return repr(example)
    least, most = (shape.constraints.min_length, shape.constraints.max_length) if shape.constraints else (None, None)
    return repr(("text" * (1 + (least or 0) // 4))[: max(least or 0, 4 if most is None else min(most, 4))])


def _least(shape: Scalar, usual: float) -> float:
    """The usual number, or the nearest one that is allowed."""
    limits = shape.constraints
    if limits is None:
        return usual
    above, below = limits.exclusive_minimum, limits.exclusive_maximum
    low = limits.minimum if above is None else above + 1
    high = limits.maximum if below is None else below - 1
    raised = usual if low is None else max(usual, low)
    return raised if high is None else min(raised, high)


def _of_enum(shape: Enum, example: JsonText | None) -> str:
    return repr(json.loads(example if example in shape.values else shape.values[0]))


def _list(version: Version, shape: ListOf, example: JsonText | None, above: tuple[str, ...]) -> str:
    given: Json = None if example is None else json.loads(example)
    first = json.dumps(given[0]) if isinstance(given, list) and given and isinstance(shape.item, Scalar) else None
    return f"[{_value(version, shape.item, first, above)}]"


def _items(values: list[str]) -> str:
    return f"({values[0]},)" if len(values) == 1 else f"({', '.join(values)})"


def _model(version: Version, key: str, example: JsonText | None, above: tuple[str, ...]) -> str:
    model = version.models[key]
    whole = as_object(model.shape, version.models)
    if key in above:
        return "None"
    if whole is None:
        return _value(
            version,
            whole_of(model.shape, version.models),
            example if example is not None else model.example,
            (*above, key),
        )
    given = [
        f"{version.names.properties[each.origin]}={_value(version, each.shape, each.example, (*above, key))}"
        for each in whole.fields
        if each.required and not each.read_only and not fills_itself(each)
    ]
    return f"models.{version.names.types[key]}({', '.join(given)})"

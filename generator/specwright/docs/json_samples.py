"""JSON samples: a value of a shape, as a request or an answer would hold it.

In: a version, a shape, and an example of the specification's. Out: plain data. An example wins; a recursion ends in an
empty list, an empty mapping, or is left out.
"""

from __future__ import annotations

import json
from typing import assert_never

from specwright.flatten import whole_of
from specwright.ir import AllOf, Enum, JsonText, ListOf, MapOf, Object, Ref, Scalar, Shape, TupleOf, Union
from specwright.load import Json
from specwright.markdown import spelled
from specwright.sdk import Version

__all__ = ["json_sample", "json_text"]

_SHOWN_LEVELS = 5  # optional properties below these would multiply with every level
_FORMATS = {
    "date-time": "2026-09-01T09:30:00Z",
    "date": "2026-09-01",
    "uuid": "0b7e5c1c-3f5d-4a8e-9d64-2f1f6f2b9a10",
    "email": "ada@example.com",
    "uri": "https://example.com",
}
_SCALARS: dict[str, Json] = {"string": "text", "number": 1.5, "boolean": True, "null": None, "any": {}, "never": None}


def json_sample(version: Version, shape: Shape, example: JsonText | None, *, everything: bool) -> Json:
    """A value of the shape; with `everything` the optional properties too."""
    if example is not None:
        given: Json = json.loads(example)
        return given
    return _Maker(version, everything=everything).value(shape, ())


def json_text(value: Json) -> str:
    """A value as a sample shows it; what a reader could not see is spelled out, as JSON allows inside strings."""
    return spelled(json.dumps(value, indent=2, ensure_ascii=False))


class _Maker:
    """Makes values of one version's shapes."""

    def __init__(self, version: Version, *, everything: bool) -> None:
        self._version = version
        self._everything = everything

    def value(self, shape: Shape, above: tuple[str, ...]) -> Json:
        match shape:
            case Scalar():
                return self._scalar(shape)
            case Enum():
                first: Json = json.loads(shape.values[0])
                return first
            case ListOf():
                return [] if _loops(shape.item, above) else [self.value(shape.item, above)]
            case TupleOf():
                return [self.value(each, above) for each in shape.items if not _loops(each, above)]
            case MapOf():
                return {} if _loops(shape.value, above) else {"key": self.value(shape.value, above)}
            case Ref():
                return self._model(shape.target, above)
            case Union():
                ending = (each for each in shape.branches if not _loops(each, above))
                return self.value(next(ending, shape.branches[0]), above)
            case AllOf():
                return self.value(whole_of(shape, self._version.models), above)
            case Object():
                return self._object(shape, above)
            case _:
                assert_never(shape)

    def _scalar(self, shape: Scalar) -> Json:
        if shape.type == "integer":
            least = shape.constraints.minimum if shape.constraints else None
            return int(least) if least is not None else 1
        return _FORMATS.get(shape.format or "", "text") if shape.type == "string" else _SCALARS[shape.type]

    def _model(self, key: str, above: tuple[str, ...]) -> Json:
        model = self._version.models[key]
        if model.example is not None:
            given: Json = json.loads(model.example)
            return given
        # A model that requires itself has no finite value; the sample ends where it would begin again.
        return {} if key in above else self.value(model.shape, (*above, key))

    def _object(self, shape: Object, above: tuple[str, ...]) -> Json:
        made: dict[str, Json] = {}
        for field in sorted(shape.fields, key=lambda each: not each.required):
            shown = self._everything and len(above) <= _SHOWN_LEVELS and not _loops(field.shape, above)
            if field.required or shown:
                made[field.name] = (
                    json.loads(field.example) if field.example is not None else self.value(field.shape, above)
                )
        return made


def _loops(shape: Shape, above: tuple[str, ...]) -> bool:
    """Whether a value of the shape would hold one that we are inside of."""
    match shape:
        case Ref():
            return shape.target in above
        case ListOf():
            return _loops(shape.item, above)
        case TupleOf():
            return any(_loops(each, above) for each in shape.items)
        case MapOf():
            return _loops(shape.value, above)
        case Union():
            return all(_loops(each, above) for each in shape.branches)
        case _:
            return False

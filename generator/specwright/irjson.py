"""The IR as JSON, for generators in other languages.

In: an `Api`. Out: plain data. A value of the IR is an object whose `kind` is the name of its class in `ir`; what is
empty or at its default is left out; JSON kept as text in the IR is plain again.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, cast

from specwright.ir import Api, Discriminator, Enum
from specwright.load import Json

__all__ = ["as_json"]

_KEPT_AS_TEXT = frozenset({"default", "example"})


def as_json(api: Api) -> Json:
    """The whole API as plain data."""
    return _plain(api)


def _plain(value: object) -> Json:
    if is_dataclass(value) and not isinstance(value, type):
        members = {field.name: _member(value, field) for field in fields(value) if not _at_default(value, field)}
        return {"kind": type(value).__name__, **members}
    if isinstance(value, tuple):
        return [_plain(each) for each in cast("tuple[object, ...]", value)]
    assert value is None or isinstance(value, str | int | float | bool)
    return value


def _member(value: object, field: Field[Any]) -> Json:
    held = getattr(value, field.name)
    if field.name in _KEPT_AS_TEXT and isinstance(held, str):
        plain: Json = json.loads(held)
        return plain
    if isinstance(value, Discriminator) and field.name == "mapping":
        return [[json.loads(each), target] for each, target in value.mapping]
    if isinstance(value, Enum) and field.name == "said":
        return [[json.loads(each), text] for each, text in value.said]
    if field.name == "values":
        return [json.loads(each) for each in held]
    return _plain(held)


def _at_default(value: object, field: Field[Any]) -> bool:
    return field.default is not MISSING and getattr(value, field.name) == field.default

"""Homes: the models of files that several documents refer to, as each document's own.

In: one document's IR. Out: the same, with the document's name in the id of every model that stands in another file, and
in every use of it.

Why any text that is a model's id is taken for one: no other text of the IR holds a file and a pointer, so what the IR
gains later needs no word here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from specwright.ir import Api

__all__ = ["with_homes"]

T = TypeVar("T")


def with_homes(api: Api) -> Api:
    """The document with every model its own."""
    foreign = [model for model in api.models if model.origin.file != api.origin.file]
    settled = {model.id: replace(model, home=api.origin.file).id for model in foreign}
    if not settled:
        return api
    told = _renamed(api, settled)
    homes = {model.id for model in foreign}
    models = (
        replace(new, home=api.origin.file) if old.id in homes else new
        for old, new in zip(api.models, told.models, strict=True)
    )
    return replace(told, models=tuple(sorted(models, key=lambda model: model.id)))


def _renamed(value: T, settled: dict[str, str]) -> T:
    if isinstance(value, str):
        return cast("T", settled.get(value, value))
    if isinstance(value, tuple):
        return cast("T", tuple(_renamed(each, settled) for each in cast("tuple[object, ...]", value)))
    if is_dataclass(value) and not isinstance(value, type):
        held = {each.name: getattr(value, each.name) for each in fields(value)}
        told = {name: _renamed(each, settled) for name, each in held.items()}
        return cast("T", value if told == held else replace(value, **told))
    return value

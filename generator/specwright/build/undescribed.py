"""Undescribed: required names that no property describes are properties of any type.

In: the models. Out: the same models, in which each such name of an object has a field.

Why not required: more often than not such a name is a slip, and a caller could not call nor an answer fit. Where it is
none, the property has a place, and an answer that holds it holds nothing unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from specwright.flatten import as_object
from specwright.ir import AllOf, Field, Model, Object, Origin, Scalar
from specwright.load.pointers import join

__all__ = ["with_undescribed"]


def with_undescribed(models: Mapping[str, Model]) -> Mapping[str, Model]:
    """The models, every required name of an object described."""
    found = {key: _described(model, models) for key, model in models.items()}
    if all(found[key] is model for key, model in models.items()):
        return models
    return {key: _demanding(model, _required(models[key], models), found) for key, model in found.items()}


def _demanding(model: Model, before: frozenset[str], models: Mapping[str, Model]) -> Model:
    """With what is required of it still: one part may require what another one describes."""
    missing = before - _required(model, models)
    if not missing or not isinstance(model.shape, AllOf):
        return model
    return replace(model, shape=AllOf((*model.shape.parts, Object((), required=tuple(sorted(missing))))))


def _required(model: Model, models: Mapping[str, Model]) -> frozenset[str]:
    """The described properties that `allOf` requires."""
    whole = as_object(model.shape, models) if isinstance(model.shape, AllOf) else None
    return frozenset(each.name for each in whole.fields if each.required) if whole else frozenset()


def _described(model: Model, models: Mapping[str, Model]) -> Model:
    whole = as_object(model.shape, models) if isinstance(model.shape, Object | AllOf) else None
    if whole is None or not whole.required:
        return model
    shape = whole.extra if whole.extra and whole.extra != Scalar("never") else Scalar("any")
    fields = tuple(Field(name, shape, required=False, origin=_place(model, name)) for name in whole.required)
    if isinstance(model.shape, AllOf):
        return replace(model, shape=AllOf((*model.shape.parts, Object(fields))))
    known = tuple(sorted((*whole.fields, *fields), key=lambda each: each.name))
    return replace(model, shape=replace(whole, fields=known, required=()))


def _place(model: Model, name: str) -> Origin:
    return Origin(model.origin.file, join(model.origin.pointer, "properties", name))

"""Implied: what a discriminator says of the schemas that it maps.

In: the models, their discriminators whole. Out: the same models, in which a schema that a discriminator of the
specification maps by one value has the property with that value alone.

Why: `Cat: {allOf: [Pet, ...]}` says only that its `kind` is text, and often not even that; the discriminator says which
text. Nobody need then write `kind="Cat"` of a `Cat`.

Why not of a schema that others build upon, or that stands for all other values: what is read as one may have any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from specwright.flatten import as_object, final
from specwright.ir import AllOf, Enum, Field, JsonText, Model, Object, Origin, Ref, Scalar, ScalarType, Shape, Union
from specwright.load.pointers import join

__all__ = ["with_implied"]


def with_implied(models: Mapping[str, Model]) -> Mapping[str, Model]:
    """The models with the values that discriminators imply."""
    found = dict(models)
    for (key, name), values in sorted(_mapped(models).items()):
        if len(values) == 1:
            found[key] = _with(found[key], name, values[0], models)
    return found


def _mapped(models: Mapping[str, Model]) -> Mapping[tuple[str, str], list[JsonText]]:
    """The values that discriminators map to each schema, by schema and property."""
    told = [each.shape.discriminator for each in models.values() if isinstance(each.shape, Union)]
    said = [each for each in told if each and not each.inferred]
    bases = {(key, each.property) for each in said for key in (each.base, each.otherwise)}
    found: dict[tuple[str, str], list[JsonText]] = {}
    for by in said:
        for value, target in by.mapping:
            for key in _leaves(target, by.property, models, frozenset()):
                values = found.setdefault((key, by.property), []) if (key, by.property) not in bases else []
                if value not in values:
                    values.append(value)
    return found


def _leaves(target: str, name: str, models: Mapping[str, Model], above: frozenset[str]) -> Iterator[str]:
    """The schema, or all those in a choice by another property: the value is that of each."""
    key = final(target, models)
    shape = models[key].shape
    if not isinstance(shape, Union):
        yield key
    elif shape.discriminator and shape.discriminator.property != name and key not in above:
        inside = (each for each in shape.branches if isinstance(each, Ref))
        yield from (leaf for each in inside for leaf in _leaves(each.target, name, models, above | {key}))


def _with(model: Model, name: str, value: JsonText, models: Mapping[str, Model]) -> Model:
    whole = as_object(model.shape, models)
    field = next((each for each in whole.fields if each.name == name), None) if whole else None
    if whole is None or (field and not _may_have(field.shape, value, models)):
        return model
    place = Origin(model.origin.file, join(model.origin.pointer, "properties", name))
    field = field or Field(name, Scalar("any"), required=False, origin=place)
    told = replace(field, shape=Enum(_type_of(value), (value,)), implied=not field.required)
    if isinstance(model.shape, AllOf):
        return replace(model, shape=AllOf((*model.shape.parts, Object((told,)))))
    assert isinstance(model.shape, Object)
    fields = [each for each in model.shape.fields if each.name != name]
    return replace(model, shape=replace(model.shape, fields=tuple(sorted([*fields, told], key=lambda each: each.name))))


def _type_of(value: JsonText) -> ScalarType:
    return "string" if value.startswith('"') else "boolean" if value in ("true", "false") else "integer"


def _may_have(shape: Shape, value: JsonText, models: Mapping[str, Model]) -> bool:
    """Whether a property may have any value of this type, or one of several with this among them."""
    if isinstance(shape, Ref):
        shape = models[final(shape.target, models)].shape
    if isinstance(shape, Enum):
        return value in shape.values and len(shape.values) > 1
    return isinstance(shape, Scalar) and shape.type == _type_of(value)

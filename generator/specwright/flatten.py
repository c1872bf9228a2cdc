"""Flatten: `allOf` of objects as one object, and a body's properties as arguments.

In: a shape or an operation, and the models by id. Out: the object that it amounts to, or `None` where it is none. A
later part's property replaces an earlier one's; required by one part is required.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from specwright.ir import AllOf, Content, Field, MapOf, Model, Object, Operation, Ref, Shape
from specwright.media import kind_of, preferred

__all__ = ["all_body_fields", "as_object", "body_fields", "content_fields", "final"]

_KEYWORD_KINDS = ("json", "form", "multipart")


def body_fields(operation: Operation, models: Mapping[str, Model]) -> tuple[Field, ...]:
    """The properties of a body that a caller can pass one by one; none where the body is a value of another sort."""
    content = next(iter(preferred(operation.body.contents)), None) if operation.body else None
    return content_fields(content, models) if content else ()


def all_body_fields(operation: Operation, models: Mapping[str, Model]) -> tuple[Field, ...]:
    """The properties of a body in any of its media types; of one name, the first."""
    contents = preferred(operation.body.contents) if operation.body else ()
    fields: dict[str, Field] = {}
    for field in (field for content in contents for field in content_fields(content, models)):
        fields.setdefault(field.name, field)
    return tuple(fields.values())


def content_fields(content: Content, models: Mapping[str, Model]) -> tuple[Field, ...]:
    """The properties of one media type of a body, those that only answers have left out."""
    if content.shape is None or kind_of(content) not in _KEYWORD_KINDS:
        return ()
    whole = as_object(content.shape, models)
    return tuple(field for field in whole.fields if not field.read_only) if whole else ()


def final(key: str, models: Mapping[str, Model]) -> str:
    """The model behind any number of models that are nothing but references; `validate` has refused circles."""
    while isinstance(shape := models[key].shape, Ref):
        key = shape.target
    return key


def as_object(shape: Shape, models: Mapping[str, Model], seen: frozenset[str] = frozenset()) -> Object | None:
    """The object behind a shape, through references and `allOf`."""
    match shape:
        case Object():
            return shape
        case Ref() if shape.target not in seen:
            return as_object(models[shape.target].shape, models, seen | {shape.target})
        case AllOf():
            return _merged(shape, models, seen)
        case _:
            return None


def _merged(shape: AllOf, models: Mapping[str, Model], seen: frozenset[str]) -> Object | None:
    known = [as_object(part, models, seen) for part in shape.parts]
    objects = [found or _of_map(part, models) for part, found in zip(shape.parts, known, strict=True)]
    if not any(known) or None in objects:
        return None
    required = {name for each in objects if each for name in each.required}
    fields: dict[str, Field] = {}
    merged = [each for each in objects if each]
    for field in (field for each in merged for field in each.fields):
        earlier = fields.get(field.name)
        fields[field.name] = replace(
            field, required=field.required or bool(earlier and earlier.required) or field.name in required
        )
    return Object(tuple(fields[name] for name in sorted(fields)), next(_extras(merged), None))


def _of_map(part: Shape, models: Mapping[str, Model]) -> Object | None:
    """A map beside an object, as what the object's other properties are."""
    if isinstance(part, Ref):
        part = models[final(part.target, models)].shape
    return Object((), part.value) if isinstance(part, MapOf) else None


def _extras(objects: list[Object]) -> Iterator[Shape]:
    yield from (each.extra for each in objects if each.extra is not None)

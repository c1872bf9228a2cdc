"""Flatten: `allOf` of objects as one object, and a body's properties as arguments.

In: a shape or an operation, and the models by id. Out: the object that it amounts to, or `None` where it is none; what
`allOf` of other values amounts to.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.ir import AllOf, Content, Field, Model, Object, Operation, Ref, Shape
from specwright.media import kind_of, preferred
from specwright.meet import settled

__all__ = ["all_body_fields", "as_object", "body_fields", "content_fields", "final", "whole_of"]

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
            whole = whole_of(shape, models)
            return whole if isinstance(whole, Object) else None
        case _:
            return None


def whole_of(shape: Shape, models: Mapping[str, Model]) -> Shape:
    """What `allOf` amounts to, never a reference; any other shape as it is."""
    if not isinstance(shape, AllOf):
        return shape
    found = settled(shape, models)
    while isinstance(found, Ref):
        found = settled(models[found.target].shape, models)
    return found

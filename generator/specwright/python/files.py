"""Files: which properties of a form hold bytes.

In: a shape, and the models by id. Out: whether it is a file, or is made of files; through references, since a file that
many operations take is often a component.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.flatten import final
from specwright.ir import ListOf, Model, Ref, Scalar, Shape, Union

__all__ = ["is_file", "is_made_of_files", "meant"]


def meant(shape: Shape, models: Mapping[str, Model]) -> Shape:
    """The shape behind references, where it is a file, or is made of files among others; else the shape as it is."""
    if not isinstance(shape, Ref):
        return shape
    behind = models[final(shape.target, models)].shape
    return behind if _holds_files(behind, models, frozenset({shape.target})) else shape


def is_file(shape: Shape, models: Mapping[str, Model]) -> bool:
    """Whether a property holds bytes."""
    return _is_binary(meant(shape, models))


def is_made_of_files(shape: Shape, models: Mapping[str, Model]) -> bool:
    """Whether a property is a file, or a list of files, and can be nothing else; so that no text belongs there."""
    match found := meant(shape, models):
        case ListOf():
            return is_made_of_files(found.item, models)
        case Union():
            values = [each for each in found.branches if each != Scalar("null")]
            return bool(values) and all(is_made_of_files(each, models) for each in values)
        case _:
            return _is_binary(found)


def _is_binary(shape: Shape) -> bool:
    return isinstance(shape, Scalar) and shape.type == "string" and shape.format == "binary"


def _holds_files(shape: Shape, models: Mapping[str, Model], above: frozenset[str]) -> bool:
    match shape:
        case Ref() if shape.target not in above:
            return _holds_files(models[final(shape.target, models)].shape, models, above | {shape.target})
        case ListOf():
            return _holds_files(shape.item, models, above)
        case Union():
            return any(_holds_files(each, models, above) for each in shape.branches)
        case _:
            return _is_binary(shape)

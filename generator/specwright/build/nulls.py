"""Null: put on a shape at its place of use, and taken off a model.

In: a shape. Out: a shape.

Why `null` moves: a nullable component would make two types of one name, so a model never holds `null`; each use of a
nullable component is a union with `null` instead.
"""

from __future__ import annotations

from dataclasses import replace

from specwright.ir import Scalar, Shape, Union

__all__ = ["NULL", "with_null", "without_null"]

NULL = Scalar("null")


def with_null(shape: Shape) -> Shape:
    """The shape or `null`."""
    match shape:
        case Union() if NULL in shape.branches:
            return shape
        case Scalar("any") | Scalar("null"):
            return shape
        case _:
            return Union((shape, NULL))


def without_null(shape: Shape) -> Shape:
    """The shape with no `null` at its top."""
    if not isinstance(shape, Union) or NULL not in shape.branches:
        return shape
    rest = tuple(branch for branch in shape.branches if branch != NULL)
    return rest[0] if len(rest) == 1 else replace(shape, branches=rest)

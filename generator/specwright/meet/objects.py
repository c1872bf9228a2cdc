"""Objects met: the properties of both.

In: two objects or maps, and how the shapes of one property meet. Out: one object, or one map.

A later part's property replaces an earlier one's words; what it accepts is what both do, and required by one part is
required.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from specwright.ir import Field, MapOf, Object, Scalar, Shape

__all__ = ["common", "joined"]

_Meet = Callable[[Shape, Shape], Shape]


def joined(one: Object | MapOf, other: Object | MapOf, meet: _Meet) -> Shape:
    """One object with the properties of both."""
    if isinstance(one, MapOf) and isinstance(other, MapOf):
        return MapOf(meet(one.value, other.value))
    first, second = _as_object(one), _as_object(other)
    fields = {field.name: field for field in first.fields}
    for field in second.fields:
        earlier = fields.get(field.name)
        fields[field.name] = _both(earlier, field, meet) if earlier else field
    required = {*first.required, *second.required}
    settled = (
        replace(field, required=True) if name in required and not field.required else field
        for name, field in fields.items()
    )
    extra = meet(first.extra, second.extra) if first.extra and second.extra else first.extra or second.extra
    return Object(tuple(sorted(settled, key=lambda each: each.name)), extra, tuple(sorted(required - fields.keys())))


def common(shape: Shape) -> Shape:
    """What is known of every branch, where the branches cannot be named: this, and whatever else comes."""
    if isinstance(shape, Object):
        return replace(shape, extra=shape.extra or Scalar("any"))
    return Scalar("any")


def _both(earlier: Field, later: Field, meet: _Meet) -> Field:
    return replace(
        later,
        shape=meet(earlier.shape, later.shape),
        required=earlier.required or later.required,
        description=later.description or earlier.description,
        default=earlier.default if later.default is None else later.default,
        example=earlier.example if later.example is None else later.example,
        read_only=earlier.read_only or later.read_only,
        write_only=earlier.write_only or later.write_only,
        deprecated=earlier.deprecated or later.deprecated,
    )


def _as_object(shape: Object | MapOf) -> Object:
    """A map beside an object is what the object's other properties are."""
    return Object((), shape.value) if isinstance(shape, MapOf) else shape

"""Widening: whether one plain value holds another.

In: two shapes without structure. Out: a `Step`: the new one holds more, less, or something else.

Why formats that nobody has defined are none: vendors write notes there (`password`, `enum-name`), which tell how a
value is shown and never what it may be.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from specwright.diff.values import kind_of_value
from specwright.ir import Enum, ListOf, Scalar, Shape

__all__ = ["Step", "format_step", "known_format", "type_step"]

Step: TypeAlias = Literal["same", "widened", "narrowed", "changed"]

_WIDER = {
    ("integer", "number"),
    ("int8", "int16"), ("int8", "int32"), ("int8", "int64"),
    ("int16", "int32"), ("int16", "int64"), ("int32", "int64"), ("uint8", "uint16"), ("uint8", "uint32"),
    ("uint8", "uint64"), ("uint16", "uint32"), ("uint16", "uint64"), ("uint32", "uint64"),
    ("float", "double"),
    ("uri", "uri-reference"), ("iri", "iri-reference"), ("uri", "iri"), ("hostname", "idn-hostname"),
    ("email", "idn-email"),
}  # fmt: skip
_FORMATS = frozenset({each for pair in _WIDER for each in pair} - {"integer", "number"}) | {
    "base64url", "binary", "byte", "char", "date", "date-time", "decimal", "decimal128", "double-int", "duration",
    "http-date", "ipv4", "ipv6", "json-pointer", "regex", "relative-json-pointer", "time", "uri-template", "uuid",
}  # fmt: skip
_TEXTS = frozenset({"boolean", "integer", "number", "string"})


def type_step(old: Shape, new: Shape, *, as_text: bool) -> Step:
    """From one type to another; in a path or a query every plain value is a text."""
    was, now = kind_of_value(old), kind_of_value(new)
    if was == now or (was == "any" and isinstance(new, Enum)) or (now == "any" and isinstance(old, Enum)):
        return "same"
    if was == "never" or now == "any" or (was, now) in _WIDER:
        return "widened"
    if now == "never" or was == "any" or (now, was) in _WIDER:
        return "narrowed"
    return _text_step(old, new) if as_text else "changed"


def _text_step(old: Shape, new: Shape) -> Step:
    """From one type to another where both are written as text: any value is a text, and one value a list of one."""
    was, now = kind_of_value(old), kind_of_value(new)
    if {was, now} <= _TEXTS and "string" in (was, now):
        return "widened" if now == "string" else "narrowed"
    if isinstance(new, ListOf) and kind_of_value(new.item) == was:
        return "widened"
    return "narrowed" if isinstance(old, ListOf) and kind_of_value(old.item) == now else "changed"


def known_format(shape: Shape) -> str:
    """The format of a value, if it says what the value may be."""
    return shape.format if isinstance(shape, Scalar) and shape.format in _FORMATS and shape.format else ""


def format_step(old: Shape, new: Shape) -> Step:
    """From one format to another of the same type."""
    was, now = known_format(old), known_format(new)
    if (
        was == now
        or kind_of_value(old) != kind_of_value(new)
        or not (isinstance(old, Scalar) and isinstance(new, Scalar))
    ):
        return "same"
    if not now or (was, now) in _WIDER:
        return "widened"
    if not was or (now, was) in _WIDER:
        return "narrowed"
    return "changed"

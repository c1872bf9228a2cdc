"""Parts: what the SDK calls the parts of a pair.

In: a pair and one of its two versions. Out: names and types as code writes them, empty where there are none.
"""

from __future__ import annotations

from specwright.diff.effects import call_of
from specwright.diff.pairs import ContentPair, FieldPair, ParameterPair, ResponsePair, ShapePair
from specwright.diff.values import Value
from specwright.ir import AllOf, Enum, ListOf, MapOf, Object, Operation, Shape, TupleOf, Union
from specwright.python.operations import good_answers, plain_type, result_type
from specwright.python.types import annotation, argument
from specwright.sdk import Version

__all__ = ["argument_of", "arguments_of", "asked_of", "attribute_of", "class_of", "pager_of", "returned", "types_of"]


def arguments_of(version: Version, operation: Operation) -> dict[str, str]:
    """An operation's arguments by `location:wire`; none for a webhook."""
    return dict(version.names.arguments.get(operation.key, {}))


def argument_of(pair: ParameterPair, version: Version) -> str:
    """The argument that a parameter is, with its call: `limit=` of `client.pets.list()`."""
    is_old = version is pair.sides.old
    operation, parameter = (pair.of.old, pair.old) if is_old else (pair.of.new, pair.new)
    if not operation or not parameter:
        return ""
    name = arguments_of(version, operation).get(f"{parameter.location}:{parameter.name}", "")
    return call_of(version, operation).replace("()", f"({name}=…)") if name else ""


def asked_of(pair: ParameterPair) -> tuple[str, str]:
    """A call as it is now, and the argument of it that a parameter is."""
    operation, parameter = pair.of.new, pair.new
    if not operation or not parameter:
        return ("", "")
    name = arguments_of(pair.sides.new, operation).get(f"{parameter.location}:{parameter.name}", "")
    return (call_of(pair.sides.new, operation), name)


def returned(pair: ResponsePair | ContentPair) -> tuple[str, str]:
    """What a call gives on both sides, if this is an answer that it gives, or part of one; of a webhook nothing."""
    both, here = pair.of.both, pair.old or pair.new
    if not both or not call_of(pair.sides.new, both[1]):
        return ("", "")
    answers = (*good_answers(both[0]), *good_answers(both[1]))
    if here not in answers and not any(here in each.contents for each in answers):
        return ("", "")
    old, new = result_type(pair.sides.old, both[0]), result_type(pair.sides.new, both[1])
    return (plain_type(old), plain_type(new))


def attribute_of(pair: FieldPair, version: Version) -> str:
    """How a property is written after its type's name; empty where the type has none."""
    is_old = version is pair.sides.old
    holder, field = (pair.holders[0], pair.old) if is_old else (pair.holders[1], pair.new)
    name = version.names.properties.get(field.origin) if field else None
    return f"{holder}.{name}" if holder and name else ""


def class_of(pair: FieldPair) -> tuple[str, str]:
    """The class that has a property now, as it is made, and the property's name there."""
    holder, _, name = attribute_of(pair, pair.sides.new).rpartition(".")
    return (f"{holder}(…)" if holder else "", name)


def pager_of(version: Version, operation: Operation) -> str:
    """How the call that goes through all pages is written."""
    pager, name = version.names.pagers.get(operation.key), version.names.operations.get(operation.key)
    return f"client.{'.'.join((*name.resource, pager))}()" if pager and name else ""


def types_of(pair: ShapePair) -> tuple[str, str]:
    """The types of a value on both sides, as Python writes them."""
    if pair.old is None or pair.new is None:
        return ("", "")
    write = _argument if pair.as_text and pair.direction == "request" else _annotation
    return (write(pair.sides.old, pair.old), write(pair.sides.new, pair.new))


def _annotation(version: Version, value: Value) -> str:
    return _written(version, value) or _short(annotation(value.shape, version.names.types), nullable=value.nullable)


def _argument(version: Version, value: Value) -> str:
    return _written(version, value) or _short(argument(value.shape, version.names.types), nullable=value.nullable)


def _written(version: Version, value: Value) -> str:
    """What has a class or an alias of its own goes by that name, and an object without a name is a mapping."""
    named = (
        f"models.{version.names.types[value.model]}" if value.model and isinstance(value.shape, Enum | Object) else ""
    )
    if named or not _can_be_written(value.shape):
        return _short(named or "dict[str, Any]", nullable=value.nullable)
    return ""


def _can_be_written(shape: Shape) -> bool:
    """Whether no object stands in it that has no name."""
    match shape:
        case Object() | AllOf():
            return False
        case ListOf():
            return _can_be_written(shape.item)
        case MapOf():
            return _can_be_written(shape.value)
        case Union():
            return all(map(_can_be_written, shape.branches))
        case TupleOf():
            return all(map(_can_be_written, shape.items)) and (shape.rest is None or _can_be_written(shape.rest))
        case _:
            return True


def _short(text: str, *, nullable: bool) -> str:
    """The type as a reader writes it."""
    plain = text.replace("builtins.", "")
    return f"{plain} | None" if nullable and not plain.endswith("None") else plain

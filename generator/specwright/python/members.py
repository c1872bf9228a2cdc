"""Members: how the members of a union are told apart in the models.

In: a union and the schema made of it. Out: the schema, with a mark that holds the runtime's marker as Python
(`unions.Tagged("kind", {"cat": "Cat"})`), and the source of models with each marker in its place.

Why a mark and not the library's own discriminator: that wants the property in each member and a constant in it, changes
the property's type, and raises for a value from tomorrow.
Why the order of members changes: where two hold a value equally well, the validator takes the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from specwright.flatten import as_object, final
from specwright.ir import Discriminator, Enum, Field, MapOf, Model, Ref, Scalar, Shape, Union
from specwright.load import Json
from specwright.python.types import STRING_FORMATS

__all__ = ["UNION", "UNKNOWN_MEMBER", "fills_itself", "in_order", "marked", "with_markers"]

Schema = dict[str, Json]

UNION = "x-union"
"""Holds a union's marker."""

UNKNOWN_MEMBER = "UnknownMember"
"""The runtime's type for an object that no member can hold."""

_ALIAS = re.compile(
    r'^(?P<name>\w+) = TypeAliasType\(\s*"(?P=name)",\s*(?P<type>.+?),?\s*\)$', re.MULTILINE | re.DOTALL
)
_FUTURE = "from __future__ import annotations\n"


def in_order(union: Union, models: Mapping[str, Model]) -> Union:
    """The union, its branches that hold more of one kind of value behind those that say more of it."""
    seen = {
        each: models[final(each.target, models)].shape if isinstance(each, Ref) else each for each in union.branches
    }
    rich = any(isinstance(each, Scalar) and each.format in STRING_FORMATS for each in seen.values())
    rank = _among_rich_text if rich else _breadth
    return replace(union, branches=tuple(sorted(union.branches, key=lambda each: rank(seen[each]))))


def _breadth(shape: Shape) -> int:
    match shape:
        case Scalar("any"):
            return 3
        case MapOf():
            return 2
        case _:
            return 0


def _among_rich_text(shape: Shape) -> int:
    """Text with a type of its own before other text, and behind models, which it would be written as."""
    match shape:
        case Scalar("string") if shape.format in STRING_FORMATS:
            return 1
        case Scalar("string") | Enum("string"):
            return 4
        case _:
            return _breadth(shape)


def fills_itself(field: Field) -> bool:
    """Whether a property can have one value only, so that nobody need give it."""
    shape = field.shape
    constant = isinstance(shape, Enum) and len(shape.values) == 1 and shape.type in ("string", "integer", "boolean")
    return constant and (field.required or field.implied)


def marked(schema: Schema, union: Union, models: Mapping[str, Model], names: Mapping[str, str]) -> Schema:
    """The schema of a union with at least two objects in it, marked, and open for an object that none of them is."""
    objects = [each.target for each in union.branches if isinstance(each, Ref) and _objects(each, models)]
    if len(dict.fromkeys(names[each] for each in objects)) < 2:
        return schema
    open_to = _open_to(union.discriminator, objects, models) if union.discriminator else []
    marker = _tagged(union.discriminator, objects, open_to, names) if union.discriminator else "unions.Untagged()"
    branches = schema["anyOf"]
    assert isinstance(branches, list)
    is_open = not (union.discriminator and union.discriminator.base)
    unknown: list[Json] = [{"$ref": f"#/components/schemas/{UNKNOWN_MEMBER}"}] if is_open else []
    return {**schema, "anyOf": [*branches, *unknown], UNION: marker}


def _open_to(by: Discriminator, objects: list[str], models: Mapping[str, Model]) -> list[str]:
    """The members that have the property of an inferred tag too, with any value."""
    mapped = {target for _, target in by.mapping}
    wholes = [(each, as_object(models[each].shape, models)) for each in objects if by.inferred and each not in mapped]
    return [each for each, whole in wholes if whole and any(field.name == by.property for field in whole.fields)]


def _tagged(by: Discriminator, objects: list[str], open_to: list[str], names: Mapping[str, str]) -> str:
    members: dict[str, list[str]] = {}
    for value, target in by.mapping:
        members.setdefault(value, [names[each] for each in open_to]).insert(0, names[target])
    if not members:
        return "unions.Untagged()"
    mapped = {target for _, target in by.mapping}
    free = [each for each in objects if each not in mapped]
    rest = [by.otherwise] if by.otherwise else [by.base] if by.base else free
    written = ", ".join(f"{json.loads(value)!r}: {_names(found)}" for value, found in members.items())
    otherwise = f", otherwise={_names([names[each] for each in rest])}" if rest else ""
    silent = ", silent=True" if rest and (by.otherwise or not by.base) else ""
    return f"unions.Tagged({by.property!r}, {{{written}}}{otherwise}{silent})"


def _names(found: list[str]) -> str:
    unique = tuple(dict.fromkeys(found))
    return repr(unique[0] if len(unique) == 1 else unique)


def _objects(shape: Shape, models: Mapping[str, Model], above: frozenset[str] = frozenset()) -> bool:
    """Whether a branch is an object with properties, or holds nothing but such."""
    if not isinstance(shape, Ref):
        return False
    key = final(shape.target, models)
    inner = models[key].shape
    if isinstance(inner, Union) and key not in above:
        return all(_objects(each, models, above | {key}) for each in inner.branches)
    return as_object(inner, models) is not None


def with_markers(source: str, schemas: Mapping[str, Schema], package: str) -> str:
    """The source of models, each marker written about its union."""
    markers = {name: str(schema[UNION]) for name, schema in schemas.items() if UNION in schema}
    if not markers:
        return source
    marked = _ALIAS.sub(lambda match: _with_marker(match, markers), source)
    lost = [name for name in markers if f'TypeAliasType("{name}", Annotated[' not in marked]
    assert not lost, f"unions that datamodel-code-generator wrote in another way: {lost}"
    imports = f"from typing import Annotated\nfrom {package}._runtime import unions\n"
    return marked.replace(_FUTURE, f"{_FUTURE}\n{imports}", 1)


def _with_marker(match: re.Match[str], markers: Mapping[str, str]) -> str:
    name = match["name"]
    if name not in markers:
        return match.group()
    return f'{name} = TypeAliasType("{name}", Annotated[{match["type"]}, {markers[name]}])'

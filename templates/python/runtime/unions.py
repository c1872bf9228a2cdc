"""Unions of objects: how a value finds its member, and what it is where no member can hold it.

In: a union's annotation, such as `Annotated[Cat | Dog | UnknownMember, Tagged("kind", {"cat": "Cat", "dog": "Dog"})]`.
Out: pydantic's schema for it. `Tagged` goes by the value of one property, in one step however many members there are;
`Untagged` takes the member that holds the value exactly and knows most of it.

Why the library's own look-up comes first, and a function of ours only where it fails: for a function the library makes
Python objects of the JSON, at each level again.
Why members are named by text: an annotation may stand above the class that it names.
Why JSON and Python values have ways of their own: an answer goes by its tag alone, a caller's model by its class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, cast, get_args, get_origin

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema as core

from .model import EXACT, OpenModel
from .public import public

__all__ = ["Tag", "Tagged", "UnknownMember", "Untagged", "name_of"]

Tag: TypeAlias = str | int | float | bool
"""A value that tells members apart."""


class _Way(Enum):
    """Where a value goes that no tag leads on."""

    ANY = "any"
    MISSING = "missing"
    UNKNOWN = "unknown"


def _refuse(_value: object) -> object:
    raise PydanticCustomError("no_member", "no member of the union can hold it")


_AS_IT_IS: CoreSchema = core.no_info_plain_validator_function(_refuse)
"""Takes nothing in; on the way out it takes whatever is no member: what is unknown, and what did not fit."""


@public
class UnknownMember(OpenModel):
    """An object that none of the union's members can hold. It keeps whatever came, and is sent as it is.

    Each property is an attribute, and stands in `model_extra` under its name on the wire.
    """

    if TYPE_CHECKING:

        def __init__(self, **properties: object) -> None: ...

        def __getattr__(self, name: str) -> Any: ...


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """A union whose `property` says which member a value is: each of its values with the members that have it.

    `otherwise` are the members for every other value; `silent` if the contract itself says so.
    """

    property: str
    members: Mapping[Tag, str | tuple[str, ...]]
    otherwise: str | tuple[str, ...] = ()
    silent: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What the library validates by."""
        found = _Branches(source, handler)
        known = {tag: found.union(_several(names)) for tag, names in self.members.items()}
        rest = {_Way.MISSING: found.union(found.names), _Way.UNKNOWN: self._others(found)}
        path: list[list[str | int]] = [[self.property]]
        from_json = core.union_schema(
            [
                core.tagged_union_schema(dict(known), path),
                core.tagged_union_schema({**rest, _Way.UNKNOWN: self._noted(rest[_Way.UNKNOWN])}, self._way),
                _AS_IT_IS,
            ],
            mode="left_to_right",
        )
        from_python = core.tagged_union_schema({**known, **rest, _Way.ANY: found.anything()}, self._given)
        return core.json_or_python_schema(from_json, from_python)

    def named(self, value: object) -> tuple[str, ...] | None:
        """The members that a value's tag means: none for a tag that nobody knows, `None` where there is no tag."""
        tag = cast("dict[str, object]", value).get(self.property) if isinstance(value, Mapping) else None
        if tag is None:
            return None
        # In Python `True` is `1`, in JSON it is not.
        same = (names for each, names in self.members.items() if each == tag and type(each) is type(tag))
        return _several(next(same, ()))

    def others(self) -> tuple[str, ...]:
        """The members for a tag that nobody knows."""
        return _several(self.otherwise)

    def _others(self, found: _Branches) -> CoreSchema:
        return found.union(self.others()) if self.otherwise else core.no_info_plain_validator_function(_unknown)

    def _noted(self, others: CoreSchema) -> CoreSchema:
        """The same, which the first and exact reading of an answer refuses, whatever else the value holds."""
        if self.silent:
            return others
        told = core.with_info_after_validator_function(self._noticed, others)
        refused = core.with_info_plain_validator_function(self._refused)
        return core.union_schema([refused, told], mode="left_to_right")

    def _way(self, value: object) -> _Way | None:
        """Where JSON goes that the look-up has not led on; nowhere if its tag is known and its member refuses it."""
        names = self.named(value)
        return _Way.MISSING if names is None else None if names else _Way.UNKNOWN

    def _given(self, value: object) -> object:
        """Where a caller's value goes."""
        if not isinstance(value, Mapping):
            return _Way.ANY
        return self._way(cast("object", value)) or cast("Mapping[str, object]", value)[self.property]

    def _refused(self, _value: object, _info: ValidationInfo) -> object:
        raise PydanticCustomError("unknown_member", "not a member in the contract", {"tag": self.property})

    def _noticed(self, value: object, info: ValidationInfo) -> object:
        return self._refused(value, info) if info.context is EXACT else value


@dataclass(frozen=True, slots=True, eq=False)
class Untagged:
    """A union of objects that nothing tells apart but what they hold."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What the library validates by."""
        found = _Branches(source, handler)
        from_json = core.union_schema([found.union(found.names), _AS_IT_IS], mode="left_to_right")
        return core.json_or_python_schema(from_json, found.anything())


def name_of(branch: object) -> str:
    """What a marker calls a branch of its union; a list is called by what it holds, since there may be two."""
    if get_origin(branch) is not None:
        return repr(branch)
    return str(getattr(branch, "__name__", None) or getattr(branch, "__forward_arg__", branch))


class _Branches:
    """The library's schema of each branch, by name."""

    def __init__(self, source: object, handler: GetCoreSchemaHandler) -> None:
        whole = cast("core.UnionSchema", handler(source))
        made = (each[0] if isinstance(each, tuple) else each for each in whole["choices"])
        branches = (name_of(each) for each in get_args(source))
        self._schemas = dict(zip(branches, made, strict=True))
        self.names = tuple(name for name in self._schemas if name != UnknownMember.__name__)

    def union(self, names: Iterable[str]) -> CoreSchema:
        """Whichever of these holds a value best."""
        schemas = [cast("CoreSchema", dict(self._schemas[name])) for name in names]
        choices = cast("list[CoreSchema | tuple[CoreSchema, str]]", schemas)
        return schemas[0] if len(schemas) == 1 else core.union_schema(choices)

    def anything(self) -> CoreSchema:
        """Any branch, and an unknown member that is one already."""
        return core.union_schema([self.union(self.names), core.is_instance_schema(UnknownMember)])


def _unknown(value: object) -> UnknownMember:
    return UnknownMember.model_validate(value, by_name=False)


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names

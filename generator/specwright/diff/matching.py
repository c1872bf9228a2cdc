"""Matching: which things of two sides are one thing.

In: lists of both sides. Out: pairs in a settled order, `None` where a side has nothing.

Why in rounds: what is equal belongs together first, whatever else is there; only what is left is matched by less (a
path without its version, a path without the names of its parameters, an operationId). A round takes only what is one on
each side, so no pair is a guess.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TypeAlias, TypeVar

from specwright.diff.places import shape_of_path, versionless
from specwright.diff.values import Value, branches_of, kind_of_value, value_of
from specwright.ir import (
    Content,
    Enum,
    ListOf,
    Object,
    Operation,
    Parameter,
    Ref,
    Scalar,
    Server,
    Shape,
    TupleOf,
    Union,
)
from specwright.media import plain
from specwright.sdk import Version

__all__ = [
    "Match", "is_within", "match_branches", "match_contents", "match_operations", "match_parameters", "match_servers",
    "matched", "several_versions",
]  # fmt: skip

T = TypeVar("T")
Match: TypeAlias = tuple[T | None, T | None]
_Key: TypeAlias = Callable[[T], object]


def matched(old: Iterable[T], new: Iterable[T], *keys: _Key[T]) -> tuple[Match[T], ...]:
    """Pairs by the first key that is theirs alone on each side; then what only the old side has, then the new."""
    gone, come = list(old), list(new)
    pairs: list[Match[T]] = []
    for key in keys:
        was, now = _alone(gone, key), _alone(come, key)
        both = [(was[each], now[each]) for each in was if each in now]
        pairs += both
        taken_old, taken_new = {id(one) for one, _ in both}, {id(other) for _, other in both}
        gone = [each for each in gone if id(each) not in taken_old]
        come = [each for each in come if id(each) not in taken_new]
    return (*pairs, *((each, None) for each in gone), *((None, each) for each in come))


def _alone(listed: Iterable[T], key: _Key[T]) -> Mapping[object, T]:
    """What is the only one of its key; nothing where the key says nothing."""
    found: defaultdict[object, list[T]] = defaultdict(list)
    for each in listed:
        found[key(each)].append(each)
    return {name: each[0] for name, each in found.items() if len(each) == 1 and name}


def match_operations(old: Version, new: Version) -> tuple[Match[Operation], ...]:
    """The operations of two versions.

    Where a side has an operation in several versions, they are no versions of one thing there, but stand side by side.
    """
    side_by_side = {_plain_key(each) for each in several_versions(old, new)}
    return matched(
        old.api.operations,
        new.api.operations,
        lambda each: each.key,
        lambda each: None if _plain_key(each) in side_by_side else (each.method, versionless(each.path)),
        lambda each: None if _plain_key(each) in side_by_side else _plain_key(each),
        lambda each: each.id,
    )


def several_versions(old: Version, new: Version) -> tuple[Operation, ...]:
    """The operations that stand in several versions on one side."""
    counts = [Counter(map(_plain_key, side.api.operations)) for side in (old, new)]
    every = (*old.api.operations, *new.api.operations)
    return tuple(each for each in every if any(count[_plain_key(each)] > 1 for count in counts))


def _plain_key(operation: Operation) -> tuple[str, str]:
    return operation.method, shape_of_path(operation.path)


def match_parameters(old: Operation, new: Operation) -> tuple[Match[Parameter], ...]:
    """The parameters of two operations; those of a path by where they stand in it."""
    places = {id(each): _place(each, operation) for operation in (old, new) for each in operation.parameters}
    return matched(
        old.parameters, new.parameters, _name_of, lambda each: places[id(each)], lambda each: each.name.lower()
    )


def _name_of(parameter: Parameter) -> object:
    is_header = parameter.location == "header"
    return parameter.location, parameter.name.lower() if is_header else parameter.name


def _place(parameter: Parameter, operation: Operation) -> object:
    """Which of the path's parameters it is; nothing for others."""
    if parameter.location != "path":
        return None
    return shape_of_path(operation.path.partition(f"{{{parameter.name}}}")[0])


def match_servers(old: Iterable[Server], new: Iterable[Server]) -> tuple[Match[Server], ...]:
    """Addresses, by what their users fill in, then without their version."""
    return matched(
        old, new, lambda each: each.template, lambda each: each.url, lambda each: versionless(each.template or each.url)
    )


def match_contents(old: Iterable[Content], new: Iterable[Content]) -> tuple[Match[Content], ...]:
    """Media types; the last one of each side where one of them is a range that holds the other."""
    pairs = matched(old, new, lambda each: each.media_type, lambda each: plain(each.media_type))
    gone = [one for one, other in pairs if one and not other]
    come = [other for one, other in pairs if other and not one]
    if len(gone) == len(come) == 1 and (is_within(gone[0], come[0]) or is_within(come[0], gone[0])):
        return (*(pair for pair in pairs if all(pair)), (gone[0], come[0]))
    return pairs


def is_within(content: Content, span: Content) -> bool:
    """Whether a range of media types holds another media type."""
    return fnmatchcase(plain(content.media_type), plain(span.media_type))


@dataclass(frozen=True, slots=True)
class _Branch:
    """A branch, and the side that it is of."""

    shape: Shape
    version: Version

    @property
    def name(self) -> object:
        return self.version.names.types.get(self.shape.target) if isinstance(self.shape, Ref) else None

    @property
    def kind(self) -> object:
        """What it is made of, by names that both sides have."""
        return _kind(self.shape, self.version, frozenset())

    @property
    def structure(self) -> object:
        """What sort of structure it is; scalars are told apart by more."""
        return self.sort if self.sort in ("array", "object") else None

    @property
    def sort(self) -> str:
        """What sort of value it is; every number is one sort."""
        return kind_of_value(value_of(self.shape, self.version.models).shape).replace("integer", "number")


def _kind(shape: Shape, version: Version, seen: frozenset[str]) -> tuple[object, ...]:
    """A value's kind: a named type inside it by its name, anything else by what it is made of."""
    if isinstance(shape, Ref) and seen:
        return ("named", version.names.types[shape.target])
    value = value_of(shape, version.models)
    inner = seen | {value.model or "here"}
    match value.shape:
        case Scalar(kind, form):
            return kind, form
        case Enum(kind):
            return kind, "enum"
        case ListOf(item):
            return "array", _kind(item, version, inner)
        case TupleOf(items):
            return "array", *(_kind(each, version, inner) for each in items)
        case Union(branches):
            return "union", *(_kind(each, version, inner) for each in branches)
        case Object(fields):
            return "object", *(each.name for each in fields)
        case _:
            return ("other",)


def match_branches(was: Value, now: Value, old: Version, new: Version) -> tuple[Match[Shape], ...]:
    """What two values may be: the same named type, else the same kind of value, else the only one left."""
    gone = [_Branch(each, old) for each in branches_of(was)]
    come = [_Branch(each, new) for each in branches_of(now)]
    pairs = matched(gone, come, lambda each: each.name, lambda each: each.kind, lambda each: each.structure)
    gone = [one for one, other in pairs if one and not other]
    come = [other for one, other in pairs if other and not one]
    if len(gone) == len(come) == 1 and gone[0].sort == come[0].sort:
        pairs = (*(pair for pair in pairs if all(pair)), (gone[0], come[0]))
    return tuple((one.shape if one else None, other.shape if other else None) for one, other in pairs)

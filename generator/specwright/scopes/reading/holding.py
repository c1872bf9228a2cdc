"""Holding: kinds of values that hold others, and what is in them.

In: kinds. Out: the kind of a container of them, or what comes out of one; nothing too deep or too large, so that there
are finitely many.
"""

from __future__ import annotations

from collections.abc import Iterable

from specwright.scopes.reading.kinds import (
    NOTHING,
    PLAIN,
    UNKNOWN,
    Bound,
    Class,
    Foreign,
    Function,
    Held,
    Kind,
    Meaning,
    Method,
    Plain,
    Resource,
    Returning,
    Row,
    Table,
    Text,
    Type,
)

__all__ = ["LARGE", "callables", "element", "held", "holds_resource", "row", "table", "widened"]

_DEEPEST = 3
LARGE = 40


def held(kind: Kind) -> Kind:
    """Something that gives such values; nothing too deep, so that there are finitely many kinds."""
    return frozenset({Held(kind)}) if _depth(kind) < _DEEPEST else UNKNOWN


def table(kind: Kind) -> Kind:
    """A mapping of such values."""
    return frozenset({Table(kind)}) if _depth(kind) < _DEEPEST else UNKNOWN


def row(kinds: Iterable[Kind]) -> Kind:
    """A tuple of such values."""
    listed = tuple(kinds)
    return frozenset({Row(listed)}) if max(map(_depth, listed), default=0) < _DEEPEST else UNKNOWN


def widened(kind: Kind, most: int = LARGE) -> Kind:
    """The same, or if it has grown large, what matters of it: one container of a sort, and no names of libraries.

    Why: values that go round and round make ever new kinds of containers, and none of them says more than their union.
    """
    if len(kind) <= most:
        return kind
    lists = [each.kind for each in kind if isinstance(each, Held)]
    lists += [inside for each in kind if isinstance(each, Row) for inside in each.kinds]
    tables = [each.kind for each in kind if isinstance(each, Table)]
    kept = frozenset(each for each in kind if not isinstance(each, Held | Row | Table | Text | Foreign | Bound))
    found = kept | UNKNOWN
    if lists:
        found |= held(widened(NOTHING.union(*lists), most))
    if tables:
        found |= table(widened(NOTHING.union(*tables), most))
    return found


def element(kind: Kind) -> Kind:
    """What comes out of something when it is gone through."""
    found = NOTHING
    for each in kind:
        match each:
            case Held():
                found |= each.kind
            case Row():
                found = found.union(*each.kinds)
            case Table() | Text() | Plain():
                found |= PLAIN
            case _:
                found |= UNKNOWN
    return found


def callables(kind: Kind) -> Kind:
    """What of a value is a function or a class of the files, or holds some: no annotation says which one."""
    return frozenset(each for each in kind if _is_callable(each))


def _is_callable(each: Type) -> bool:
    match each:
        case Function() | Class() | Method():
            return True
        case Held() | Table():
            return any(map(_is_callable, each.kind))
        case Row():
            return any(_is_callable(one) for kind in each.kinds for one in kind)
        case _:
            return False


def holds_resource(kind: Kind) -> bool:
    """Whether a client or a resource is in there."""
    return any(_holds(each) for each in kind)


def _holds(each: Type) -> bool:
    match each:
        case Resource():
            return True
        case Held() | Table() | Returning():
            return holds_resource(each.kind)
        case Row():
            return any(map(holds_resource, each.kinds))
        case _:
            return False


def _depth(kind: Kind) -> int:
    depths = [0]
    for each in kind:
        match each:
            case Held() | Table() | Returning() | Meaning():
                depths.append(1 + _depth(each.kind))
            case Row():
                depths.append(1 + max(map(_depth, each.kinds), default=0))
            case Bound():
                depths.append(_depth(frozenset({each.owner})))
            case _:
                pass
    return max(depths)

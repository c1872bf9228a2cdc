"""Annotations: what a type in the code says of a value.

In: a frame and an annotation. Out: a `Kind` of values. Text in quotes is read as code; a name for a type is what it
stands for.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from functools import lru_cache

from specwright.scopes.reading.holding import held, row, table
from specwright.scopes.reading.kinds import (
    NOTHING,
    PLAIN,
    UNKNOWN,
    Class,
    Foreign,
    Instance,
    Kind,
    Meaning,
    Resource,
    ResourceClass,
    Returning,
    Text,
)
from specwright.scopes.reading.world import Frame

__all__ = ["annotated", "subscripted", "tells"]

_HOLDING = (
    "AbstractAsyncContextManager", "AbstractContextManager", "AbstractSet", "AsyncContextManager", "AsyncGenerator",
    "AsyncIterable", "AsyncIterator", "Collection", "Container", "ContextManager", "Deque", "FrozenSet", "Generator",
    "Iterable", "Iterator", "List", "MutableSequence", "MutableSet", "Queue", "Reversible", "Sequence", "Set", "deque",
    "frozenset", "list", "set", "ContextVar",
)  # fmt: skip
_MAPPING = (
    "ChainMap", "DefaultDict", "Dict", "Mapping", "MutableMapping", "OrderedDict", "WeakKeyDictionary",
    "WeakValueDictionary", "defaultdict", "dict",
)  # fmt: skip
_FIRST = (
    "Annotated", "Awaitable", "ClassVar", "Final", "Future", "InitVar", "NotRequired", "Optional", "ReadOnly",
    "Required", "SkipValidation", "Task",
)  # fmt: skip
_LAST = ("Coroutine",)
_ANY = frozenset(
    {"typing.Any", "typing_extensions.Any", "builtins.object", "unittest.mock.Mock", "unittest.mock.MagicMock"}
)
_SELF = frozenset({"typing.Self", "typing_extensions.Self"})


def annotated(frame: Frame, node: ast.expr) -> Kind:
    """The values that an annotation allows; unknown where it says nothing that is known."""
    match node:
        case ast.Constant(value=str(text)):
            return _quoted(frame, text)
        case ast.Constant(value=None):
            return NOTHING
        case ast.Constant():
            return PLAIN
        case ast.BinOp(op=ast.BitOr()):
            return annotated(frame, node.left) | annotated(frame, node.right)
        case ast.Subscript():
            return subscripted(frame, frame.kind(node.value), node.slice)
        case ast.Name() | ast.Attribute():
            return _meaning(frame, frame.kind(node))
        case _:
            return UNKNOWN


def tells(kind: Kind) -> bool:
    """Whether an annotation says enough to go by it alone."""
    return bool(kind) and not kind & UNKNOWN


def subscripted(frame: Frame, base: Kind, inner: ast.expr) -> Kind:
    """The values of a type with parameters; nothing where the base is no type."""
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    found = NOTHING
    for each in base:
        match each:
            case Foreign():
                read = _GENERIC.get(each.name.rpartition(".")[2])
                found |= read(frame, parts) if read else UNKNOWN
            case Class() | ResourceClass() | Meaning():
                found |= _meaning(frame, frozenset({each}))
            case _:
                found |= UNKNOWN
    return found


def _quoted(frame: Frame, text: str) -> Kind:
    node = _parsed(text.strip())
    if node is None or text in frame.world.quoted:  # a type that speaks of itself
        return UNKNOWN
    frame.world.quoted.add(text)
    try:
        return annotated(frame, node)
    finally:
        frame.world.quoted.discard(text)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return None


def _meaning(frame: Frame, named: Kind) -> Kind:
    """What values a name for a type stands for."""
    found = NOTHING
    for each in named:
        match each:
            case ResourceClass():
                found |= frozenset({Resource(each.node)})
            case Class():
                found |= frozenset({Instance(each.place)})
            case Meaning():
                found |= each.kind
            case Text():
                found |= _quoted(frame, each.text)
            case Foreign():
                found |= _of_library(frame, each.name)
            case _:
                found |= UNKNOWN
    return found


def _of_library(frame: Frame, name: str) -> Kind:
    last = name.rpartition(".")[2]
    if name in _SELF and frame.scope.owner:
        return frozenset({Instance(frame.scope.owner)})
    if name in _ANY or name in _SELF:
        return UNKNOWN
    if last in _HOLDING or last in ("tuple", "Tuple"):
        return held(UNKNOWN)
    if last in _MAPPING:
        return table(UNKNOWN)
    if last in ("Callable", "type", "Type"):
        return UNKNOWN
    return PLAIN if name.startswith("builtins.") else frozenset({Foreign(f"{name}()")})


def _held(frame: Frame, parts: list[ast.expr]) -> Kind:
    return held(annotated(frame, parts[0]))


def _table(frame: Frame, parts: list[ast.expr]) -> Kind:
    return table(annotated(frame, parts[-1]))


def _first(frame: Frame, parts: list[ast.expr]) -> Kind:
    return annotated(frame, parts[0])


def _last(frame: Frame, parts: list[ast.expr]) -> Kind:
    return annotated(frame, parts[-1])


def _union(frame: Frame, parts: list[ast.expr]) -> Kind:
    return NOTHING.union(*(annotated(frame, part) for part in parts))


def _row(frame: Frame, parts: list[ast.expr]) -> Kind:
    if len(parts) == 2 and isinstance(parts[1], ast.Constant) and parts[1].value is ...:
        return held(annotated(frame, parts[0]))
    return row(annotated(frame, part) for part in parts)


def _callable(frame: Frame, parts: list[ast.expr]) -> Kind:
    return frozenset({Returning(annotated(frame, parts[-1]))})


def _type(frame: Frame, parts: list[ast.expr]) -> Kind:
    """The class itself, of each value that the parameter allows."""
    classes = NOTHING
    for each in annotated(frame, parts[0]):
        match each:
            case Resource():
                classes |= frozenset({ResourceClass(each.node)})
            case Instance():
                classes |= frozenset({Class(each.place)})
            case _:
                classes |= UNKNOWN
    return classes


_Generic = Callable[[Frame, list[ast.expr]], Kind]
_GENERIC: Mapping[str, _Generic] = {
    **dict.fromkeys(_HOLDING, _held),
    **dict.fromkeys(_MAPPING, _table),
    **dict.fromkeys(_FIRST, _first),
    **dict.fromkeys(_LAST, _last),
    **dict.fromkeys(("Tuple", "tuple"), _row),
    **dict.fromkeys(("Type", "type"), _type),
    "Callable": _callable,
    "Union": _union,
}

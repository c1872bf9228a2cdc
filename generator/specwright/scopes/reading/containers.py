"""Containers: what lists, tuples, mappings and iterators give when their methods are called.

In: a call of such a method. Out: a `Kind`; what is put in is known to be there.
"""

from __future__ import annotations

import ast

from specwright.scopes.reading.giving import Given
from specwright.scopes.reading.holding import element, held, row, table
from specwright.scopes.reading.kinds import NOTHING, PLAIN, Bound, Held, Kind, Table
from specwright.scopes.reading.targets import put_into
from specwright.scopes.reading.world import Frame

__all__ = ["call_container"]

_GIVES_ONE = frozenset({"__anext__", "__next__", "asend", "get", "get_nowait", "pop", "popleft", "send"})
_SAME = frozenset({"__aiter__", "__iter__", "copy", "difference", "intersection", "union", "values"})
_TAKES = frozenset({"add", "append", "appendleft", "insert", "put", "put_nowait", "set"})


def call_container(frame: Frame, node: ast.Call, callee: Bound, given: Given) -> Kind:
    """What a method of something that holds values gives."""
    owner: Kind = frozenset({callee.owner})
    inside = callee.owner.kind if isinstance(callee.owner, Table | Held) else element(owner)
    last = given.positional[-1] if given.positional else NOTHING
    if callee.name == "setdefault" and isinstance(node.func, ast.Attribute):
        put_into(frame, node.func.value, table(last), last)
        return inside | last
    if callee.name in _GIVES_ONE:
        return inside | (last if callee.name in ("get", "pop") and len(given.positional) > 1 else NOTHING)
    if callee.name in _SAME:
        return held(inside) if callee.name == "values" else owner
    if callee.name == "items":
        return held(row((PLAIN, inside)))
    if callee.name in ("__enter__", "__aenter__"):
        return inside
    if isinstance(node.func, ast.Attribute):
        if callee.name in _TAKES:
            put_into(frame, node.func.value, held(last), last)
        elif callee.name == "extend":
            put_into(frame, node.func.value, last, element(last))
        elif callee.name == "update":
            tables = frozenset(each for each in last if isinstance(each, Table))
            named = NOTHING.union(*given.keywords.values())
            put_into(frame, node.func.value, tables | (table(named) if named else NOTHING), last | named)
    return PLAIN

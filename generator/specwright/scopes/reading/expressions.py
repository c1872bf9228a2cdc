"""Expressions: what a piece of code may be, its calls found on the way.

In: a frame and an expression. Out: a `Kind`.

Every part of an expression is gone through, also where its value says nothing: there may be calls in it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from specwright.scopes.reading.annotations import subscripted, tells
from specwright.scopes.reading.calls import call
from specwright.scopes.reading.chains import look_at
from specwright.scopes.reading.defaults import learn_defaults
from specwright.scopes.reading.holding import element, held, row, table
from specwright.scopes.reading.iteration import gone_through, item_of
from specwright.scopes.reading.kinds import (
    NOTHING,
    PLAIN,
    UNKNOWN,
    Class,
    Foreign,
    Function,
    Held,
    Instance,
    Kind,
    Meaning,
    Row,
    SdkModule,
    Table,
    Text,
)
from specwright.scopes.reading.lookup import name_of
from specwright.scopes.reading.members import member
from specwright.scopes.reading.scopes import Scope, outline
from specwright.scopes.reading.targets import assign
from specwright.scopes.reading.world import Frame, FunctionInfo

__all__ = ["evaluate"]

_LONGEST_ROW = 32


def evaluate(frame: Frame, node: ast.expr) -> Kind:
    """What an expression may be."""
    return _READERS.get(type(node), _parts)(frame, node)


def _parts(frame: Frame, node: ast.AST) -> Kind:
    """A value that says nothing, whose parts are gone through all the same."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.expr):
            frame.kind(part)
        elif not isinstance(part, ast.expr_context):
            _parts(frame, part)
    return PLAIN


def _constant(_frame: Frame, node: ast.Constant) -> Kind:
    if node.value is None:
        return NOTHING
    return frozenset({Text(node.value)}) if isinstance(node.value, str) else PLAIN


def _name(frame: Frame, node: ast.Name) -> Kind:
    return name_of(frame, node.id)


def _attribute(frame: Frame, node: ast.Attribute) -> Kind:
    values = frame.kind(node.value)
    found = member(frame, node, values, node.attr)
    is_open = not values or bool(values & UNKNOWN) or all(isinstance(value, Foreign) for value in values)
    # A name of a module is known to be something else, whatever it is called.
    if is_open and not any(isinstance(each, SdkModule | Class | Function) for each in found):
        look_at(frame, node, values)
    return found


def _either(frame: Frame, node: ast.BoolOp) -> Kind:
    return NOTHING.union(*(frame.kind(value) for value in node.values))


def _if(frame: Frame, node: ast.IfExp) -> Kind:
    frame.kind(node.test)
    return frame.kind(node.body) | frame.kind(node.orelse)


def _walrus(frame: Frame, node: ast.NamedExpr) -> Kind:
    kind = frame.kind(node.value)
    frame.bind(node.target.id, kind)
    return kind


def _same(frame: Frame, node: ast.Await | ast.Starred) -> Kind:
    """Reading does not tell a value from one that is waited for."""
    return frame.kind(node.value)


def _union(frame: Frame, node: ast.BinOp) -> Kind:
    """`A | B` of types; of other values, what holds values on either side still does."""
    sides = frame.kind(node.left) | frame.kind(node.right)
    if isinstance(node.op, ast.BitOr):
        return sides
    return frozenset(each for each in sides if isinstance(each, Held | Row | Table)) or PLAIN


def _subscript(frame: Frame, node: ast.Subscript) -> Kind:
    values = frame.kind(node.value)
    index = frame.kind(node.slice)
    found = NOTHING
    for value in values:
        match value:
            case Row() if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
                inside = -len(value.kinds) <= node.slice.value < len(value.kinds)
                found |= value.kinds[node.slice.value] if inside else UNKNOWN
            case Held() | Row():
                found |= frozenset({value}) if isinstance(node.slice, ast.Slice) else element(frozenset({value}))
            case Table():
                found |= value.kind
            case Instance():
                found |= item_of(frame, value)
            case Foreign() | Class() | Meaning():
                meant = subscripted(frame, frozenset({value}), node.slice)
                found |= frozenset({Meaning(meant)}) if tells(meant) else meant
            case _:
                found |= UNKNOWN
    del index  # read for its calls
    return found


def _list(frame: Frame, node: ast.List | ast.Set) -> Kind:
    return held(_united(frame, node.elts))


def _tuple(frame: Frame, node: ast.Tuple) -> Kind:
    if len(node.elts) > _LONGEST_ROW or any(isinstance(each, ast.Starred) for each in node.elts):
        return held(_united(frame, node.elts))
    return row(frame.kind(each) for each in node.elts)


def _dict(frame: Frame, node: ast.Dict) -> Kind:
    for key in node.keys:
        if key is not None:
            frame.kind(key)
    found = NOTHING
    for key, value in zip(node.keys, node.values, strict=True):
        kind = frame.kind(value)
        found |= kind if key is not None else NOTHING.union(*(each.kind for each in kind if isinstance(each, Table)))
    return table(found)


def _united(frame: Frame, nodes: Iterable[ast.expr]) -> Kind:
    found = NOTHING
    for node in nodes:
        kind = frame.kind(node)
        found |= element(kind) if isinstance(node, ast.Starred) else kind
    texts = frozenset(each for each in found if isinstance(each, Text))
    return found if len(texts) <= _LONGEST_ROW else (found - texts) | PLAIN


def _many(frame: Frame, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Kind:
    inner = _inside(frame, node.generators)
    return held(inner.kind(node.elt))


def _mapping(frame: Frame, node: ast.DictComp) -> Kind:
    inner = _inside(frame, node.generators)
    inner.kind(node.key)
    return table(inner.kind(node.value))


def _inside(frame: Frame, generators: list[ast.comprehension]) -> Frame:
    """A frame in which the names of a comprehension stand for what is gone through."""
    inner = Frame(frame.world, frame.source, frame.scope, dict(frame.names), frame.declared, frame.waiting)
    for each in generators:
        assign(inner, each.target, gone_through(inner, inner.kind(each.iter)))
        for test in each.ifs:
            inner.kind(test)
    return inner


def _lambda(frame: Frame, node: ast.Lambda) -> Kind:
    place = frame.place_of(node)
    scope = Scope(place, "function", frame.scope, outline(node).names, owner=frame.scope.owner)
    frame.world.functions[place] = FunctionInfo(node, scope)
    learn_defaults(frame, place, node)
    names = {each.arg: frame.known(("parameter", place, each.arg)) for each in node.args.args}
    inner = Frame(frame.world, frame.source, scope, names, waiting=frame.waiting)
    # A lambda sees the names as they are here or later; what they are here is what is read.
    inner.names |= {name: kind for name, kind in frame.names.items() if name not in names}
    frame.learn(("returns", place, ""), inner.kind(node.body))
    return frozenset({Function(place)})


def _yield(frame: Frame, node: ast.Yield) -> Kind:
    if node.value is not None:
        frame.learn(("yields", frame.scope.place, ""), frame.kind(node.value))
    return UNKNOWN


def _yield_from(frame: Frame, node: ast.YieldFrom) -> Kind:
    frame.learn(("yields", frame.scope.place, ""), gone_through(frame, frame.kind(node.value)))
    return UNKNOWN


def _call(frame: Frame, node: ast.Call) -> Kind:
    return call(frame, node)


_READERS: Mapping[type[ast.AST], Callable[[Frame, Any], Kind]] = {
    ast.Attribute: _attribute,
    ast.Await: _same,
    ast.BinOp: _union,
    ast.BoolOp: _either,
    ast.Call: _call,
    ast.Constant: _constant,
    ast.Dict: _dict,
    ast.DictComp: _mapping,
    ast.GeneratorExp: _many,
    ast.IfExp: _if,
    ast.Lambda: _lambda,
    ast.List: _list,
    ast.ListComp: _many,
    ast.Name: _name,
    ast.NamedExpr: _walrus,
    ast.Set: _list,
    ast.SetComp: _many,
    ast.Starred: _same,
    ast.Subscript: _subscript,
    ast.Tuple: _tuple,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
}

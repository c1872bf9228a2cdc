"""Statements: what names stand for, line after line.

In: a frame and statements. Out: the frame's names after them, and whether the line behind them is reached.

Why in order and not all at once: a script that makes one client after another under one name calls each of them, and
would otherwise seem to call all of them everywhere. Branches are read apart and joined; a loop is read twice.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from specwright.scopes.reading.annotations import tells
from specwright.scopes.reading.definitions import class_frame, define_function
from specwright.scopes.reading.giving import entered
from specwright.scopes.reading.holding import callables
from specwright.scopes.reading.iteration import gone_through
from specwright.scopes.reading.kinds import NOTHING, UNKNOWN, Foreign, Kind, Meaning, Module, SdkModule
from specwright.scopes.reading.lookup import imported, module_named, public_names
from specwright.scopes.reading.members import member
from specwright.scopes.reading.narrowing import narrowed
from specwright.scopes.reading.patterns import bind_pattern
from specwright.scopes.reading.targets import assign, take_up
from specwright.scopes.reading.world import Frame

__all__ = ["run"]

_ALIASES: Kind = frozenset(Foreign(f"{home}.TypeAlias()") for home in ("typing", "typing_extensions"))


def run(frame: Frame, statements: Iterable[ast.stmt]) -> bool:
    """Go through statements; whether the end is reached."""
    return all(_READERS.get(type(statement), _parts)(frame, statement) for statement in statements)


def _parts(frame: Frame, node: ast.stmt) -> bool:
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.expr):
            frame.kind(part)
    return True


def _stop(frame: Frame, node: ast.stmt) -> bool:
    _parts(frame, node)
    return False


def _return(frame: Frame, node: ast.Return) -> bool:
    if node.value is not None:
        kind = frame.kind(node.value)
        function = frame.world.functions.get(frame.scope.place)
        returns = None if function is None or isinstance(function.node, ast.Lambda) else function.node.returns
        if returns is not None and tells(frame.meant(returns)):
            take_up(frame, node.value)
        frame.learn(("typed", frame.scope.place, ""), kind)
    return False


def _assign(frame: Frame, node: ast.Assign) -> bool:
    kind = frame.kind(node.value)
    for target in node.targets:
        assign(frame, target, kind)
    return True


def _annotated(frame: Frame, node: ast.AnnAssign) -> bool:
    told = frame.meant(node.annotation)
    kind = frame.kind(node.value) if node.value is not None else NOTHING
    enough = tells(told) and not told <= _ALIASES
    if enough:
        take_up(frame, node.value)
    match node.target:
        case ast.Name(id=name):
            if enough:
                frame.declared[name] = told
                if frame.scope.sort == "class":
                    frame.learn(("declared", frame.scope.place, name), told)
            frame.bind(name, told | callables(kind) if enough else kind)
        case ast.Attribute(attr=name):
            for each in frame.kind(node.target.value) if enough else ():
                if (place := getattr(each, "place", None)) is not None:
                    frame.learn(("declared", place, name), told)
            assign(frame, node.target, told | callables(kind) if enough else kind)
        case _:
            assign(frame, node.target, told | callables(kind) if enough else kind)
    return True


def _augmented(frame: Frame, node: ast.AugAssign) -> bool:
    kind = frame.kind(node.value)
    match node.target:
        case ast.Name(id=name):
            frame.bind(name, frame.names.get(name, NOTHING) | kind)
        case _:
            assign(frame, node.target, kind)
    return True


def _if(frame: Frame, node: ast.If) -> bool:
    frame.kind(node.test)
    before = dict(frame.names)
    frame.names |= narrowed(frame, node.test)
    first = run(frame, node.body)
    after, frame.names = frame.names, dict(before)
    second = run(frame, node.orelse)
    _join(frame, [names for names, reached in ((after, first), (frame.names, second)) if reached] or [after])
    return first or second


def _loop(frame: Frame, node: ast.While | ast.For | ast.AsyncFor) -> bool:
    before, around = dict(frame.names), frame.leaving
    for _ in range(2):
        frame.leaving = []
        if isinstance(node, ast.While):
            frame.kind(node.test)
        else:
            assign(frame, node.target, gone_through(frame, frame.kind(node.iter)))
        run(frame, node.body)
        _join(frame, [before, frame.names, *frame.leaving])
    frame.leaving = around
    run(frame, node.orelse)
    return True


def _leave(frame: Frame, _node: ast.Break | ast.Continue) -> bool:
    frame.leaving.append(dict(frame.names))
    return False


def _with(frame: Frame, node: ast.With | ast.AsyncWith) -> bool:
    for item in node.items:
        kind = frame.kind(item.context_expr)
        if item.optional_vars is not None:
            assign(frame, item.optional_vars, entered(frame, kind))
    return run(frame, node.body)


def _try(frame: Frame, node: Any) -> bool:
    """What a handler finds is what was there before, or what the body has made of it."""
    before = dict(frame.names)
    reached = run(frame, node.body) and run(frame, node.orelse)
    ends = [frame.names] if reached else []
    failed = _joined([before, frame.names])
    for handler in node.handlers:
        frame.names = dict(failed)
        if handler.type is not None:
            frame.kind(handler.type)
        if handler.name:
            frame.bind(handler.name, UNKNOWN)
        if run(frame, handler.body):
            ends.append(frame.names)
    _join(frame, ends or [failed])
    return run(frame, node.finalbody) and bool(ends)


def _match(frame: Frame, node: ast.Match) -> bool:
    subject = frame.kind(node.subject)
    before = dict(frame.names)
    ends = [before]
    for case in node.cases:
        frame.names = dict(before)
        bind_pattern(frame, case.pattern, subject)
        if case.guard is not None:
            frame.kind(case.guard)
        if run(frame, case.body):
            ends.append(frame.names)
    _join(frame, ends)
    return True


def _import(frame: Frame, node: ast.Import) -> bool:
    for alias in node.names:
        if alias.asname:
            frame.bind(alias.asname, module_named(frame, alias.name))
        else:
            first = alias.name.partition(".")[0]
            frame.bind(first, module_named(frame, first))
    return True


def _import_from(frame: Frame, node: ast.ImportFrom) -> bool:
    home = imported(frame, node.module or "", node.level)
    for alias in node.names:
        if alias.name != "*":
            place = ast.copy_location(ast.Name(alias.name, ast.Load()), node)
            kind = member(frame, place, home, alias.name) if home else UNKNOWN
            frame.bind(alias.asname or alias.name, kind)
            continue
        for module in home:
            for name, kind in public_names(frame, module) if isinstance(module, Module | SdkModule) else ():
                frame.bind(name, kind)
    return True


def _type_alias(frame: Frame, node: Any) -> bool:
    frame.bind(node.name.id, frozenset({Meaning(frame.meant(node.value))}))
    return True


def _function(frame: Frame, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    define_function(frame, node)
    return True


def _class(frame: Frame, node: ast.ClassDef) -> bool:
    run(class_frame(frame, node), node.body)
    return True


def _assert(frame: Frame, node: ast.Assert) -> bool:
    _parts(frame, node)
    frame.names |= narrowed(frame, node.test)
    return True


def _join(frame: Frame, branches: list[dict[str, Kind]]) -> None:
    frame.names = _joined(branches)


def _joined(branches: list[dict[str, Kind]]) -> dict[str, Kind]:
    names = {name: None for branch in branches for name in branch}
    return {name: NOTHING.union(*(branch.get(name, NOTHING) for branch in branches)) for name in names}


_READERS: Mapping[type[ast.stmt], Callable[[Frame, Any], bool]] = {
    ast.AnnAssign: _annotated,
    ast.Assert: _assert,
    ast.Assign: _assign,
    ast.AsyncFor: _loop,
    ast.AsyncFunctionDef: _function,
    ast.AsyncWith: _with,
    ast.AugAssign: _augmented,
    ast.Break: _leave,
    ast.ClassDef: _class,
    ast.Continue: _leave,
    ast.For: _loop,
    ast.FunctionDef: _function,
    ast.If: _if,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Match: _match,
    ast.Raise: _stop,
    ast.Return: _return,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.While: _loop,
    ast.With: _with,
    # Python 3.12 and later
    **({getattr(ast, "TypeAlias"): _type_alias} if hasattr(ast, "TypeAlias") else {}),  # noqa: B009
}

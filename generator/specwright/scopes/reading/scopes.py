"""Scopes of names: which names a module, a function or a class binds itself, read off its code.

In: the node of a module, function, lambda or class. Out: a `Scope` with the scope around it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from specwright.scopes.reading.kinds import Place

__all__ = ["FunctionNode", "Outline", "Scope", "arguments_of", "outline"]

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True, slots=True)
class Scope:
    """Where names are looked up: `place` tells it from others, `owner` is the class that a method belongs to."""

    place: Place
    sort: Literal["module", "function", "class"]
    parent: Scope | None
    names: frozenset[str]
    outside: frozenset[str] = frozenset()
    owner: Place | None = None


def arguments_of(node: FunctionNode) -> Iterator[ast.arg]:
    """Every parameter of a function."""
    own = node.args
    yield from (*own.posonlyargs, *own.args, *([own.vararg] if own.vararg else []))
    yield from (*own.kwonlyargs, *([own.kwarg] if own.kwarg else []))


@dataclass(frozen=True, slots=True)
class Outline:
    """What a scope is at first sight: its own names, those of scopes around it, whether it yields."""

    names: frozenset[str]
    outside: frozenset[str]
    is_generator: bool


@lru_cache(maxsize=1 << 16)
def outline(node: ast.AST) -> Outline:
    """The outline of a module, a function or a class; each is asked for as often as its file is read."""
    names: set[str] = set()
    outside: set[str] = set()
    yields = False
    waiting: list[ast.AST] = list(_body(node))
    while waiting:
        part = waiting.pop()
        names.update(_bound(part))
        if isinstance(part, ast.Global | ast.Nonlocal):
            outside.update(part.names)
        yields = yields or isinstance(part, ast.Yield | ast.YieldFrom)
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(part))
    return Outline(frozenset(names - outside), frozenset(outside), yields)


def _body(node: ast.AST) -> Iterable[ast.AST]:
    match node:
        case ast.Lambda():
            return (node.body, *arguments_of(node))
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return (*node.body, *arguments_of(node))
        case ast.Module() | ast.ClassDef():
            return node.body
        case _:
            return ()


def _bound(part: ast.AST) -> Iterator[str]:
    match part:
        case ast.Name(ctx=ast.Store()):
            yield part.id
        case ast.arg():
            yield part.arg
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield part.name
        case ast.Import():
            yield from (alias.asname or alias.name.partition(".")[0] for alias in part.names)
        case ast.ImportFrom():
            yield from (alias.asname or alias.name for alias in part.names)
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.MatchMapping(rest=str(name)):
            yield name
        case _:
            pass

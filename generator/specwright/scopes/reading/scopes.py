"""Scopes of names: which names a module, a function or a class binds itself, read off its code.

In: the node of a module, function, lambda or class. Out: a `Scope` with the scope around it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.scopes.reading.kinds import Place

__all__ = ["FunctionNode", "Scope", "arguments_of", "bound_names", "outside_names", "parts_of"]

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


def parts_of(node: ast.AST) -> Iterable[ast.AST]:
    """What belongs to a scope: the code in it, without that of functions and classes inside."""
    waiting: list[ast.AST] = list(_body(node))
    while waiting:
        part = waiting.pop()
        yield part
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(part))


def bound_names(node: ast.AST) -> frozenset[str]:
    """The names that a scope binds."""
    return frozenset(name for part in parts_of(node) for name in _bound(part)) - outside_names(node)


def outside_names(node: ast.AST) -> frozenset[str]:
    """The names that a scope declares as those of a scope around it."""
    return frozenset(
        name for part in parts_of(node) if isinstance(part, ast.Global | ast.Nonlocal) for name in part.names
    )


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

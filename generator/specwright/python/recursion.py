"""Recursion: types that lead back to themselves, where type checkers can follow them.

In: the source of a module of models. Out: the same, with each type that refers to itself before the classes, which it
names in quotes.

Why: a checker that comes from a class to such a type, and from there to the class again, takes the type for a variable
that has no value yet. Where the type stands first, it does not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

__all__ = ["with_recursive_types_first"]

_ALIAS = re.compile(r'^(?P<name>\w+) = TypeAliasType\("(?P=name)", (?P<type>.+)\)\n', re.MULTILINE)
_CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)


def with_recursive_types_first(source: str) -> str:
    """The module with its recursive types before its classes."""
    classes = frozenset(_CLASS.findall(source))
    own = classes | {match["name"] for match in _ALIAS.finditer(source)}
    found = [match for match in _ALIAS.finditer(source) if _leads_back(match, classes)]
    if not found:
        return source
    for match in found:
        source = source.replace(match.group(), "", 1)
    first = next(_CLASS.finditer(source)).start()
    types = "".join(f'{match["name"]} = TypeAliasType("{match["name"]}", {_quoted(match, own)})\n' for match in found)
    return f"{source[:first]}{types}\n\n{source[first:]}"


def _leads_back(match: re.Match[str], classes: frozenset[str]) -> bool:
    """Whether the type names itself, and a class besides."""
    words = set(_words(ast.parse(match["type"], mode="eval").body))
    return match["name"] in words and bool(words & classes)


def _words(node: ast.AST) -> Iterator[str]:
    """Every name in a type, in quotes or not."""
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.Constant):
        yield from re.findall(r"\w+", str(node.value))
    elif not isinstance(node, ast.Call):
        for each in ast.iter_child_nodes(node):
            yield from _words(each)


def _quoted(match: re.Match[str], own: frozenset[str]) -> str:
    return ast.unparse(_Quoted(own).visit(ast.parse(match["type"], mode="eval")))


class _Quoted(ast.NodeTransformer):
    """Puts what the module itself defines into quotes, as it comes later; calls are markers, which name none of it."""

    def __init__(self, own: frozenset[str]) -> None:
        self._own = own

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Constant(node.id) if node.id in self._own else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return ast.Constant(ast.unparse(node))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return node

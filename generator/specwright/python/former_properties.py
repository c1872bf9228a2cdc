"""Former properties: what a model's class says of properties under the names that they had before.

In: the source of models, and the old names by class. Out: the source, with a decorator on each such class for the
runtime, and for type checkers what it does: each old property, deprecated, and a way to make the model with it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specwright.python.views import Renamed
from specwright.templates import render

__all__ = ["FormerPropertiesView", "with_former_properties"]

_FUTURE = "from __future__ import annotations\n"


@dataclass(frozen=True, slots=True)
class FormerPropertiesView:
    """A model's properties in the order of its class: name, type, and whether it need not be given; and old names."""

    fields: tuple[tuple[str, str, bool], ...]
    ways: tuple[tuple[Renamed, tuple[tuple[str, str, bool], ...]], ...]
    properties: tuple[tuple[Renamed, str], ...]
    renamed: tuple[Renamed, ...]


def with_former_properties(source: str, former: Mapping[str, tuple[Renamed, ...]], package: str) -> str:
    """The source with old names in it."""
    if not former:
        return source
    lines = source.splitlines(keepends=True)
    classes = [each for each in ast.parse(source).body if isinstance(each, ast.ClassDef) and each.name in former]
    for each in reversed(classes):
        view = _view(each, former[each.name])
        end = each.end_lineno or each.lineno
        lines[end:end] = [render("python/former_properties.py.jinja", {"view": view})]
        lines[each.lineno - 1 : each.lineno - 1] = [render("python/former_decorator.py.jinja", {"view": view})]
    imports = (
        "from typing import TYPE_CHECKING, overload",
        "from typing_extensions import deprecated",
        f"from {package}._runtime.former import former_properties as _former_properties",
    )
    return "".join(lines).replace(_FUTURE, "\n".join((_FUTURE, *imports, "")), 1)


def _view(made: ast.ClassDef, renamed: tuple[Renamed, ...]) -> FormerPropertiesView:
    fields = tuple(_fields(made))
    types = {name: annotation for name, annotation, _ in fields}
    ways = tuple((each, tuple(_with_old(fields, each, renamed))) for each in renamed)
    return FormerPropertiesView(fields, ways, tuple((each, types[each.new]) for each in renamed), renamed)


def _fields(made: ast.ClassDef) -> Iterator[tuple[str, str, bool]]:
    for each in made.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            yield each.target.id, ast.unparse(_plain(each.annotation)), each.value is not None


def _plain(annotation: ast.expr) -> ast.expr:
    """The type without what is noted of it for the model library."""
    match annotation:
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([plain, *_])):
            return plain
        case _:
            return annotation


def _with_old(
    fields: Iterable[tuple[str, str, bool]], old: Renamed, renamed: Iterable[Renamed]
) -> Iterator[tuple[str, str, bool]]:
    """The way to make the model with one old name, behind which the others may stand too."""
    others = [each for each in renamed if each.new != old.new]
    for name, annotation, is_free in fields:
        if name == old.new:
            yield old.old, annotation, False
        else:
            olds = [each.old for each in others if each.new == name]
            yield name, annotation, is_free or bool(olds)
            yield from ((each, annotation, True) for each in olds)

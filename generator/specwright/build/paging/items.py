"""Items: which list of an answer is the listing.

In: a page's shape and the models by id. Out: `Items`, or nothing where several lists could be it, or none is.

Why names count only among several: a single list is the listing whatever it is called; beside another one, a list of
warnings is not, and one that is called `results` is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specwright.build.paging.shapes import Models, behind, leaves, plain
from specwright.flatten import as_object
from specwright.ir import ListOf, MapOf, Shape

__all__ = ["Items", "find_items", "items_at"]

_BESIDE = frozenset({"errors", "facets", "included", "links", "messages", "warnings"})
_MAIN = frozenset({"content", "data", "entries", "items", "objects", "records", "results", "value", "values"})
_AROUND = frozenset({"body", "data", "embedded", "payload", "response", "result", "results"})


@dataclass(frozen=True, slots=True)
class Items:
    """Where the items stand in the body, and what each one is."""

    path: tuple[str, ...]
    item: Shape
    keyed: bool = False


def find_items(page: Shape, models: Models) -> Items | None:
    """The one list that the page is about."""
    whole = behind(page, models)
    if isinstance(whole, ListOf):
        return Items((), whole.item)
    near = list(_lists(page, models))
    top = [each for each in near if len(each.path) == 1]
    inside = [each for each in near if len(each.path) == 2 and plain(each.path[0]) in _AROUND]
    if top or inside:
        return _only(top or inside) or (near[0] if len(near) == 1 else None)
    return _only(list(_maps(page, models)))


def items_at(page: Shape, path: tuple[str, ...], models: Models) -> Items | None:
    """The list or map at a place that the configuration names."""
    whole = behind(page, models)
    for step in path:
        fields = as_object(whole, models)
        found = next((field.shape for field in fields.fields if field.name == step), None) if fields else None
        if found is None:
            return None
        whole = behind(found, models)
    match whole:
        case ListOf():
            return Items(path, whole.item)
        case MapOf():
            return Items(path, whole.value, keyed=True)
        case _:
            return None


def _lists(page: Shape, models: Models) -> Iterator[Items]:
    for leaf in leaves(page, models, depth=2):
        shape = behind(leaf.shape, models)
        if isinstance(shape, ListOf):
            yield Items(leaf.path, shape.item)


def _maps(page: Shape, models: Models) -> Iterator[Items]:
    """Maps of objects; a map of anything is more often a bag of details."""
    for leaf in leaves(page, models, depth=1):
        shape = behind(leaf.shape, models)
        if isinstance(shape, MapOf) and as_object(behind(shape.value, models), models):
            yield Items(leaf.path, shape.value, keyed=True)


def _only(found: list[Items]) -> Items | None:
    told = [each for each in found if plain(each.path[-1]) not in _BESIDE]
    main = [each for each in told if plain(each.path[-1]) in _MAIN]
    chosen = told if len(told) == 1 else main
    return chosen[0] if len(chosen) == 1 else None

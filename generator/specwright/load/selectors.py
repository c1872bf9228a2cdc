"""The single steps of a JSONPath query, as functions from one node to those that it leads to.

In: a node: a location and the value there. Out: nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from specwright.load.shape import Json

__all__ = ["Selector", "children", "descendants", "each_of", "follow", "indexed", "matching", "named"]

Location: TypeAlias = tuple[str | int, ...]
Node: TypeAlias = tuple[Location, Json]
Selector: TypeAlias = Callable[[Node], Iterator[Node]]


def follow(selectors: Iterable[Selector], data: Json) -> list[Node]:
    """Take one step after the other from the top."""
    nodes: list[Node] = [((), data)]
    for selector in selectors:
        nodes = [found for node in nodes for found in selector(node)]
    return nodes


def children(node: Node) -> Iterator[Node]:
    """What a collection holds; nothing for a scalar."""
    location, value = node
    match value:
        case dict():
            yield from (((*location, name), item) for name, item in value.items())
        case list():
            yield from (((*location, index), item) for index, item in enumerate(value))
        case _:
            return


def descendants(node: Node) -> Iterator[Node]:
    """The node and all below it, in document order, without recursion."""
    stack = [node]
    while stack:
        found = stack.pop()
        yield found
        stack.extend(reversed(list(children(found))))


def named(name: str) -> Selector:
    """The value of one key."""

    def selector(node: Node) -> Iterator[Node]:
        location, value = node
        if isinstance(value, dict) and name in value:
            yield (*location, name), value[name]

    return selector


def indexed(index: int) -> Selector:
    """One item of a list, counted from the end if negative."""

    def selector(node: Node) -> Iterator[Node]:
        location, value = node
        if isinstance(value, list) and -len(value) <= index < len(value):
            yield (*location, index % len(value)), value[index]

    return selector


def matching(test: Callable[[Json], bool]) -> Selector:
    """The children that pass a test."""
    return lambda node: (child for child in children(node) if test(child[1]))


def each_of(selectors: list[Selector]) -> Selector:
    """What several selectors find, one after the other."""
    return lambda node: (found for selector in selectors for found in selector(node))

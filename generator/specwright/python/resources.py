"""Resources: the tree that a client's attributes make, one module for each node.

In: a version. Out: a `ResourceView` for each node, parents before children, and the client's own classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.ir import Operation
from specwright.names import RESOURCE_CLASSES, FormerCall, former_calls, pascal
from specwright.python.docstrings import wrapped
from specwright.python.former import former_method
from specwright.python.methods import method_views
from specwright.python.operations import operation_view
from specwright.python.views import ChildView, ClassView, FormerView, ResourceView
from specwright.sdk import Version

__all__ = ["children_of", "client_classes", "resource_classes", "resource_views"]

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Flavour:
    """One of the two ways of calling: what its classes' names begin with, and what they derive from."""

    prefix: str
    resource: str
    client: str
    asynchronous: bool


_FLAVOURS = (
    _Flavour(prefix="", resource="Resource", client="SyncClient", asynchronous=False),
    _Flavour(prefix="Async", resource="AsyncResource", client="AsyncClientBase", asynchronous=True),
)


@dataclass(frozen=True, slots=True)
class _Tree:
    """The operations of each node, the nodes below each one, and the operations that stood there before."""

    version: Version
    operations: Mapping[_Path, tuple[Operation, ...]]
    below: Mapping[_Path, tuple[_Path, ...]]
    former: Mapping[_Path, tuple[tuple[Operation, FormerCall], ...]]


def resource_views(version: Version) -> Iterator[ResourceView]:
    """Every node of the tree."""
    tree = _tree(version)
    for path in sorted(tree.below):
        if path:
            yield _view(tree, path)


def client_classes(version: Version) -> tuple[ClassView, ...]:
    """The clients themselves, with the resources directly below them."""
    tree = _tree(version)
    return tuple(
        ClassView(f"{flavour.prefix}Client", flavour.client, _children(tree, (), ".resources.", flavour), ())
        for flavour in _FLAVOURS
    )


def resource_classes(version: Version) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The names of the resources' classes, by their path in the tree."""
    paths = (path for path in _tree(version).below if path)
    return {path: tuple(_class_name(path, flavour) for flavour in _FLAVOURS) for path in sorted(paths)}


def children_of(classes: tuple[ClassView, ...]) -> tuple[tuple[str, str], ...]:
    """The modules and classes below some classes, which load on first use and are imported for type checkers alone."""
    return tuple((child.module, child.class_name) for each in classes for child in each.children)


def _tree(version: Version) -> _Tree:
    names = version.names.operations
    operations: dict[_Path, list[Operation]] = {}
    for operation in sorted(version.api.operations, key=lambda each: names[each.key]):
        operations.setdefault(names[operation.key].resource, []).append(operation)
    former = _former(version)
    nodes = sorted({path[:depth] for path in (*operations, *former) for depth in range(len(path) + 1)} | {()})
    below = {node: tuple(each for each in nodes if each and each[:-1] == node) for node in nodes}
    return _Tree(version, {path: tuple(each) for path, each in operations.items()}, below, former)


def _former(version: Version) -> Mapping[_Path, tuple[tuple[Operation, FormerCall], ...]]:
    """The operations that stood at a node before or had another name there."""
    found: dict[_Path, list[tuple[Operation, FormerCall]]] = {}
    for operation in version.api.operations:
        for call in former_calls(version.names, operation.key):
            found.setdefault(call.old.resource, []).append((operation, call))
    return {path: tuple(sorted(each, key=lambda pair: pair[1].old)) for path, each in found.items()}


def _view(tree: _Tree, path: _Path) -> ResourceView:
    is_package = bool(tree.below[path])
    namespace = tree.version.namespace.split(".") if tree.version.namespace else []
    parts = [*namespace, "resources", *path]
    depth = len(parts) + is_package
    classes = tuple(_class(tree, path, flavour) for flavour in _FLAVOURS)
    return ResourceView(
        path="/".join(parts) + ("/__init__.py" if is_package else ".py"),
        doc=_doc(tree, path),
        dots="." * (depth - len(namespace)),
        root="." * depth,
        types=children_of(classes),
        classes=classes,
        operations=tuple(operation_view(tree.version, operation) for operation in tree.operations.get(path, ())),
    )


def _class(tree: _Tree, path: _Path, flavour: _Flavour) -> ClassView:
    operations = tree.operations.get(path, ())
    views = (method_views(tree.version, each, asynchronous=flavour.asynchronous) for each in operations)
    return ClassView(
        name=_class_name(path, flavour),
        base=flavour.resource,
        children=_children(tree, path, ".", flavour),
        methods=tuple(view for each in views for view in each),
        former=tuple(_former_view(tree.version, *each, flavour) for each in tree.former.get(path, ())),
    )


def _former_view(version: Version, operation: Operation, call: FormerCall, flavour: _Flavour) -> FormerView:
    views = method_views(version, operation, asynchronous=flavour.asynchronous)
    return former_method([*views][call.is_pager], call)


def _children(tree: _Tree, parent: _Path, prefix: str, flavour: _Flavour) -> tuple[ChildView, ...]:
    return tuple(
        ChildView(path[-1], _class_name(path, flavour), f"{prefix}{path[-1]}", _doc(tree, path))
        for path in tree.below[parent]
    )


def _class_name(path: _Path, flavour: _Flavour) -> str:
    """The resource's own name; with those above it where one of them has the same."""
    name = pascal(path[-1])
    if name in {pascal(each) for each in path[:-1]}:
        name = pascal(" ".join(path))
    if name == "Async":  # `AsyncResource` is what every asynchronous resource derives from
        name = "AsyncCalls"
    return f"{flavour.prefix}{name}{'Resource' if name in RESOURCE_CLASSES or name.startswith('Async') else ''}"


def _doc(tree: _Tree, path: _Path) -> str:
    """Where the resource stands, and what it has."""
    words = " > ".join(part.replace("_", " ").strip() for part in path)
    calls = [tree.version.names.operations[each.key].method for each in tree.operations.get(path, ())]
    held = ", ".join([f"`{call}()`" for call in calls] + [f"`{below[-1]}`" for below in tree.below[path]])
    if not held:
        return wrapped(f"{words[:1].upper()}{words[1:]}: names of before, which work for a release.")
    return wrapped(f"{words[:1].upper()}{words[1:]}: {held}.")

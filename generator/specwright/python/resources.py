"""Resources: the tree that a client's attributes make, one module for each node.

In: a version. Out: a `ResourceView` for each node, parents before children, and the client's own classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specwright.ir import Operation
from specwright.names import pascal
from specwright.python.methods import method_views
from specwright.python.operations import operation_view
from specwright.python.views import ChildView, ClassView, ResourceView
from specwright.sdk import Version

__all__ = ["client_classes", "resource_views"]

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Flavour:
    """One of the two ways of calling: what its classes' names begin with, and what they derive from."""

    prefix: str
    base: str
    client: str
    asynchronous: bool


_FLAVOURS = (_Flavour("", "Resource", "SyncClient", False), _Flavour("Async", "AsyncResource", "AsyncClientBase", True))  # noqa: FBT003


def resource_views(version: Version) -> Iterator[ResourceView]:
    """Every node of the tree."""
    operations = _by_resource(version)
    nodes = _nodes(operations)
    for path in sorted(nodes):
        yield _view(version, path, nodes, operations.get(path, []))


def client_classes(version: Version) -> tuple[ClassView, ...]:
    """The clients themselves, with the resources directly below them."""
    nodes = _nodes(_by_resource(version))
    return tuple(
        ClassView(f"{flavour.prefix}Client", flavour.client, _children((), nodes, ".resources.", flavour), ())
        for flavour in _FLAVOURS
    )


def _by_resource(version: Version) -> dict[_Path, list[Operation]]:
    found: dict[_Path, list[Operation]] = {}
    names = version.names.operations
    for operation in sorted(version.api.operations, key=lambda each: names[each.origin.pointer]):
        found.setdefault(names[operation.origin.pointer].resource, []).append(operation)
    return found


def _nodes(operations: dict[_Path, list[Operation]]) -> set[_Path]:
    return {path[:depth] for path in operations for depth in range(1, len(path) + 1)}


def _children(parent: _Path, nodes: set[_Path], prefix: str, flavour: _Flavour) -> tuple[ChildView, ...]:
    below = sorted(path for path in nodes if path[:-1] == parent)
    return tuple(ChildView(path[-1], _class_name(path, flavour), f"{prefix}{path[-1]}", _title(path)) for path in below)


def _view(version: Version, path: _Path, nodes: set[_Path], operations: list[Operation]) -> ResourceView:
    is_package = any(node[:-1] == path for node in nodes)
    namespace = version.namespace.split(".") if version.namespace else []
    parts = [*namespace, "resources", *path]
    depth = len(parts) + is_package
    return ResourceView(
        path="/".join(parts) + ("/__init__.py" if is_package else ".py"),
        doc=_title(path),
        dots="." * (depth - len(namespace)),
        root="." * depth,
        classes=tuple(_class(version, path, nodes, operations, flavour) for flavour in _FLAVOURS),
        operations=tuple(operation_view(version, operation) for operation in operations),
    )


def _class(
    version: Version, path: _Path, nodes: set[_Path], operations: list[Operation], flavour: _Flavour
) -> ClassView:
    return ClassView(
        name=_class_name(path, flavour),
        base=flavour.base,
        children=_children(path, nodes, ".", flavour),
        methods=tuple(
            view for each in operations for view in method_views(version, each, asynchronous=flavour.asynchronous)
        ),
    )


def _class_name(path: _Path, flavour: _Flavour) -> str:
    return f"{flavour.prefix}{pascal(path[-1])}"


def _title(path: _Path) -> str:
    words = " > ".join(part.replace("_", " ").strip() for part in path)
    return f"{words[:1].upper()}{words[1:]}."

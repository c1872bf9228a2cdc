"""Surface: what the generated packages show to code that imports them.

In: contracts. Out: a `Surface`: modules with their classes, resources with their children and methods.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specwright.scopes.contract import Contract, Release
from specwright.scopes.reading.kinds import Kind, Node, ResourceClass, SdkModule

__all__ = ["CLIENT_METHODS", "Called", "Surface", "surface_of"]

CLIENT_METHODS = frozenset({
    "aclose", "build_request", "call", "close", "operation", "pages", "raw_response", "server_url", "stream",
    "with_options",
})  # fmt: skip
"""What the runtime's clients have themselves."""


@dataclass(frozen=True, slots=True, order=True)
class Called:
    """An operation of a package, by its public name."""

    package: str
    namespace: str
    name: str


@dataclass(frozen=True, slots=True)
class Surface:
    """Everything that an import can lead to.

    `names` are public names by their last two words: what code would say that calls one.
    """

    packages: frozenset[str]
    modules: Mapping[str, Mapping[str, Kind]]
    children: Mapping[Node, Mapping[str, Node]]
    methods: Mapping[Node, Mapping[str, Called]]
    names: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]


def surface_of(contracts: Iterable[Contract]) -> Surface:
    """What the packages show."""
    listed = tuple(contracts)
    modules: dict[str, dict[str, Kind]] = {}
    children: dict[Node, dict[str, Node]] = {}
    methods: dict[Node, dict[str, Called]] = {}
    for contract in listed:
        for release in contract.releases:
            for module, name, kind in _shown(contract, release):
                modules.setdefault(module, {})[name] = kind
            _grow(contract, release, children, methods)
    names: dict[tuple[str, str], dict[tuple[str, ...], None]] = {}
    for parts in (tuple(each.name.split(".")) for own in methods.values() for each in own.values()):
        names.setdefault((parts[-2], parts[-1]), {})[parts] = None
    packages = frozenset(contract.package for contract in listed)
    return Surface(packages, modules, children, methods, {key: tuple(sorted(each)) for key, each in names.items()})


def _grow(
    contract: Contract, release: Release, children: dict[Node, dict[str, Node]], methods: dict[Node, dict[str, Called]]
) -> None:
    """Add a version's tree."""
    children.setdefault(Node(contract.package, release.namespace), {})
    for method in release.methods:
        node = Node(contract.package, release.namespace)
        for step in method.resource:
            below = Node(contract.package, release.namespace, (*node.path, step))
            children.setdefault(node, {})[step] = below
            node = below
        called = Called(contract.package, release.namespace, method.operation)
        methods.setdefault(node, {})[method.name] = called


def _shown(contract: Contract, release: Release) -> Iterator[tuple[str, str, Kind]]:
    """Each module and what of it leads to a client."""
    root: Kind = frozenset({ResourceClass(Node(contract.package, release.namespace))})
    homes = [release.module, f"{release.module}.client"]
    if release.namespace:
        yield contract.package, release.namespace, frozenset({SdkModule(release.module)})
        homes += [contract.package] if release.is_default else []
    for home in homes:
        yield from ((home, name, root) for name in ("AsyncClient", "Client"))
    yield release.module, "client", frozenset({SdkModule(f"{release.module}.client")})
    resources = f"{release.module}.resources"
    yield release.module, "resources", frozenset({SdkModule(resources)})
    for path, names in release.classes.items():
        module = ".".join((resources, *path))
        kind: Kind = frozenset({ResourceClass(Node(contract.package, release.namespace, path))})
        yield ".".join((resources, *path[:-1])), path[-1], frozenset({SdkModule(module)})
        yield from ((module, name, kind) for name in names)

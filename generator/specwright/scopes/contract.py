"""Contract: what each operation of a package asks of those who call it.

In: an `Sdk`. Out: a `Contract`: versions, oldest first, each with its operations by public name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from specwright.ir import Entitlement, Operation, Security
from specwright.names import former_calls
from specwright.python import parameters_of, resource_classes
from specwright.sdk import Sdk, Version

__all__ = ["CallName", "Contract", "Entry", "Release", "contract_of", "products_text"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as its callers know it; `key` is its method and path."""

    key: str
    name: str
    security: Security
    products: tuple[Entitlement, ...] = ()
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class CallName:
    """A method that calls an operation: its own, the one that goes through all pages, or an old name of either."""

    resource: tuple[str, ...]
    name: str
    operation: str


@dataclass(frozen=True, slots=True)
class Release:
    """One version: the module to import it from, its operations by name, and the client's argument for each scheme.

    `methods` are all names that operations are called by, `classes` those of the resources' classes by path.
    """

    version: str
    namespace: str
    module: str
    is_default: bool
    entries: tuple[Entry, ...]
    arguments: Mapping[str, str]
    methods: tuple[CallName, ...] = ()
    classes: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict[tuple[str, ...], tuple[str, ...]])


@dataclass(frozen=True, slots=True)
class Contract:
    """One package."""

    distribution: str
    package: str
    releases: tuple[Release, ...]


def contract_of(sdk: Sdk) -> Contract:
    """What the operations of a package ask for."""
    return Contract(sdk.distribution, sdk.package, tuple(_release(sdk, version) for version in sdk.versions))


def products_text(products: Iterable[Entitlement]) -> str:
    """For example `product-tier any one of: Sales Hub Starter, Service Hub Starter`; kinds of their own add up."""
    by_kind: dict[str, list[str]] = {}
    for each in products:
        label = f"{each.label or each.name} {each.level_label or each.level}".strip()
        by_kind.setdefault(each.kind, []).append(label)
    return "; ".join(f"{kind}{_lead(labels)}: {', '.join(labels)}" for kind, labels in by_kind.items())


def _lead(labels: list[str]) -> str:
    return " any one of" if len(labels) > 1 else ""


def _release(sdk: Sdk, version: Version) -> Release:
    names = version.names.operations
    listed = sorted(version.api.operations, key=lambda each: names[each.key])
    return Release(
        version=version.api.version,
        namespace=version.namespace,
        module=".".join(filter(None, (sdk.package, version.namespace))),
        is_default=version is sdk.default,
        entries=tuple(_entry(version, each, names[each.key].dotted) for each in listed),
        arguments=parameters_of(version.api.schemes),
        methods=tuple(_methods(version, listed)),
        classes=resource_classes(version),
    )


def _methods(version: Version, operations: Iterable[Operation]) -> Iterator[CallName]:
    for operation in operations:
        name = version.names.operations[operation.key]
        yield CallName(name.resource, name.method, name.dotted)
        if operation.paging:
            yield CallName(name.resource, version.names.pagers[operation.key], name.dotted)
        for call in former_calls(version.names, operation.key):
            yield CallName(call.old.resource, call.old.method, name.dotted)


def _entry(version: Version, operation: Operation, name: str) -> Entry:
    products = operation.entitlements or version.api.entitlements
    return Entry(operation.key, name, operation.security, products, operation.deprecated)

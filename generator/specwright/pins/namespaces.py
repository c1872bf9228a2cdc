"""Namespaces: pins of an SDK that had one version and has several now, or the other way round.

In: a ledger, and SDKs. Out: the ledger, with what was pinned for the only version now pinned for the one of several
that is it.

Why by the places that they share: a package of one version has no namespace, so its pins do not say which one it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from specwright.pins.ledger import Ledger, SectionKey
from specwright.pins.publicity import placed_of
from specwright.sdk import Sdk, Version

__all__ = ["with_namespaces"]


def with_namespaces(ledger: Ledger, sdks: Iterable[Sdk]) -> Ledger:
    """The ledger by the namespaces of today; the very same where these have not come or gone."""
    moved = {old: new for sdk in sdks for old, new in _moved(ledger, sdk)}
    if not moved:
        return ledger
    return replace(ledger, sections={moved.get(key, key): section for key, section in ledger.sections.items()})


def _moved(ledger: Ledger, sdk: Sdk) -> Iterator[tuple[SectionKey, SectionKey]]:
    """Where the pins of the only version go, or those of the version that is the only one now."""
    there = [namespace for name, namespace in ledger.sections if name == sdk.distribution]
    now = {version.namespace: version for version in sdk.versions}
    if not there or any(namespace in now for namespace in there) or ("" in there) == ("" in now):
        return
    shared = [
        (_shared(ledger, (sdk.distribution, namespace), version), namespace, version.namespace)
        for namespace in there
        for version in sdk.versions
    ]
    most, old, new = max(shared)
    if most:
        yield (sdk.distribution, old), (sdk.distribution, new)


def _shared(ledger: Ledger, key: SectionKey, version: Version) -> int:
    """How many of the pinned places a version has."""
    return len(ledger.sections[key].lines.keys() & placed_of(version).rules.keys())

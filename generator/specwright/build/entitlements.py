"""Entitlements: vendor extensions that tell a caller what an account must have, such as product tiers.

In: the sites that may carry an extension, outermost first, and rules from the configuration. Out: `Entitlement`
values, sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specwright.ir import Entitlement, Origin
from specwright.sites import Site, child

__all__ = ["EntitlementRule", "entitlements_of"]


@dataclass(frozen=True, slots=True)
class EntitlementRule:
    """An extension (`x-…`) and the kind of entitlement that it states."""

    extension: str
    kind: str
    names: tuple[tuple[str, str], ...] = ()
    levels: tuple[tuple[str, str], ...] = ()

    def entitlement(self, name: str, level: str, origin: Origin) -> Entitlement:
        """The entitlement with the labels that the configuration gives."""
        labels, levels = dict(self.names), dict(self.levels)
        return Entitlement(self.kind, name, level, origin, labels.get(name, name), levels.get(level, level))


def entitlements_of(sites: Iterable[Site], rules: Iterable[EntitlementRule]) -> tuple[Entitlement, ...]:
    """What the given sites state; the innermost site that carries an extension has the word."""
    found: list[Entitlement] = []
    listed = tuple(sites)
    for rule in rules:
        carrying = [site for site in listed if rule.extension in site.node]
        if carrying:
            found.extend(_read(carrying[-1], rule))
    return tuple(sorted(found, key=lambda each: (each.kind, each.name, each.level)))


def _read(site: Site, rule: EntitlementRule) -> Iterator[Entitlement]:
    """A mapping of name to level, a list of names, or one value."""
    value = site.node[rule.extension]
    origin = child(site.origin, rule.extension)
    if isinstance(value, dict):
        for name, level in value.items():
            yield rule.entitlement(name, str(level), child(origin, name))
    elif isinstance(value, list):
        for index, listed in enumerate(value):
            yield rule.entitlement(str(listed), "", child(origin, index))
    else:
        yield rule.entitlement(str(value), "", origin)

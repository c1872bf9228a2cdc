"""Entitlements: vendor extensions that tell a caller what an account must have, such as product tiers.

In: the sites that may carry an extension, outermost first, and rules from the configuration. Out: `Entitlement`
values, sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specwright.ir import Entitlement, Origin
from specwright.rules import EntitlementRule
from specwright.sites import Site, child

__all__ = ["entitlements_of"]


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
            yield _labelled(rule, name, str(level), child(origin, name))
    elif isinstance(value, list):
        for index, listed in enumerate(value):
            yield _labelled(rule, str(listed), "", child(origin, index))
    else:
        yield _labelled(rule, str(value), "", origin)


def _labelled(rule: EntitlementRule, name: str, level: str, origin: Origin) -> Entitlement:
    """The entitlement with the labels that the configuration gives."""
    return Entitlement(
        rule.kind, name, level, origin, dict(rule.names).get(name, name), dict(rule.levels).get(level, level)
    )

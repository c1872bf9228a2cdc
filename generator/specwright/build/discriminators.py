"""Discriminators as the specification writes them.

In: the site of a schema. Out: the property that tells schemas apart, with the values that the schema maps, or answers
to what such a schema is: one that others build upon, or the choice among those.

Why a parent is no choice: `Pet: {oneOf: [Cat, Dog]}` with `Cat: {allOf: [Pet, ...]}` says of each by means of the
other; what `Pet` adds to `Cat` is the rest of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from specwright.build.values import json_text
from specwright.ir import Discriminator, Ref
from specwright.load.pointers import join
from specwright.problems import Refused
from specwright.resolve import Library
from specwright.sites import Site, items, site_at, verbatim

__all__ = ["discriminator_of", "is_base", "is_parent"]


def discriminator_of(site: Site, library: Library, name: Callable[[Site], Ref]) -> Discriminator | None:
    """The schema's own discriminator, as far as it is written down."""
    found = site_at(site, "discriminator")
    if not verbatim(found, "propertyName"):
        return None
    default = _target(found, verbatim(found, "defaultMapping"), library)
    return Discriminator(
        verbatim(found, "propertyName"),
        tuple((json_text(value), name(target).target) for value, target in _mapped(found, library)),
        otherwise=name(default).target if default else None,
    )


def is_base(site: Site, library: Library) -> bool:
    """Whether this refers to a schema by whose discriminator those that build upon it are told apart."""
    target = library.step(site) if "$ref" in site.node else None
    return target is not None and bool(verbatim(site_at(target, "discriminator"), "propertyName"))


def is_parent(site: Site, library: Library) -> bool:
    """Whether a schema lists as its choices those that build upon it."""
    branches = (library.step(each) for key in ("oneOf", "anyOf") for each in items(site, key) if "$ref" in each.node)
    return any(
        (above := library.step(part)) is not None and above.origin == site.origin
        for branch in branches
        if branch
        for part in items(branch, "allOf")
        if "$ref" in part.node
    )


def _mapped(found: Site, library: Library) -> Iterator[tuple[str, Site]]:
    """The values that are mapped to a schema; `validate` has told of the others."""
    for value, ref in sorted(site_at(found, "mapping").node.items()):
        if isinstance(ref, str) and (target := _target(found, ref, library)):
            yield value, target


def _target(site: Site, ref: str, library: Library) -> Site | None:
    """What a mapping leads to: the bare name of a component, or a reference."""
    if not ref:
        return None
    names = (join("", "components", "schemas", ref), join("", "definitions", ref)) if "#" not in ref else ()
    for written in (*(f"#{pointer}" for pointer in names), ref):
        try:
            return library.step(Site(site.origin, {"$ref": written}))
        except Refused:
            continue
    return None

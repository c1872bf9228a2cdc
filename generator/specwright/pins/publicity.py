"""Publicity: the names of a version that users can meet, by place.

In: a version that was named with pins. Out: its public places, and those that share a scope, where no two things may
have one name.

Why not every name: a part that `allOf` has swallowed is in no package, so nobody is promised anything about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from specwright.flatten import as_object
from specwright.names import NAME, PAGER, Former, Place, Placed, former_calls
from specwright.python.reach import reachable
from specwright.sdk import Version

__all__ = ["Claim", "claims", "placed_of", "public_places"]


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """A thing that goes by a name in a scope, or went by it before."""

    scope: tuple[str, ...]
    name: str
    place: Place
    is_former: bool = False


def placed_of(version: Version) -> Placed:
    """The names by place."""
    assert version.names.placed is not None, "named without pins"
    return version.names.placed


def public_places(version: Version) -> frozenset[Place]:
    """Every place that has a public name."""
    placed = placed_of(version)
    models = {model.id: as_object(model.shape, version.models) for model in version.api.models}
    shown = {key: models[key] for key in reachable(version)}
    inside = {placed.properties[field.origin] for whole in shown.values() if whole for field in whole.fields}
    others = {place for place in placed.rules if place.kind != "models"}
    return frozenset(others | inside | {placed.models[key] for key in shown})


def claims(version: Version) -> Iterator[Claim]:
    """Who goes by which name, and who still goes by one of before."""
    names, placed = version.names, placed_of(version)
    for key, each in names.operations.items():
        yield from _of_operation(Place("operations", key), each.dotted, is_former=False)
        for former in former_calls(names, key):
            own = PAGER if former.is_pager else NAME
            yield from _of_operation(Place("operations", key, own), former.old.dotted, is_former=True)
    for key, pager in names.pagers.items():
        scope = ("client", *names.operations[key].resource)
        yield Claim(scope, pager, Place("operations", key, PAGER))
    for key, listed in names.arguments.items():
        for told, argument in listed.items():
            location, _, wire = told.partition(":")
            place = Place("operations", key, (location, wire))
            yield from _claims((key,), argument, place, names.former.arguments.get((key, told), ()))
    for key, webhook in names.webhooks.items():
        before = (replace(each, name=each.name.rpartition(".")[2]) for each in names.former.webhooks.get(key, ()))
        yield from _claims((webhook.module, *webhook.below), webhook.own, Place("webhooks", key), tuple(before))
    yield from _of_models(version, placed)


def _of_operation(own: Place, name: str, *, is_former: bool) -> Iterator[Claim]:
    """The method, and each resource on the way to it."""
    *resource, method = name.split(".")
    yield Claim(("client", *resource), method, own, is_former)
    for depth in range(len(resource)):
        place = Place("operations", f"resource {'.'.join(resource[: depth + 1])}")
        yield Claim(("client", *resource[:depth]), resource[depth], place, is_former)


def _of_models(version: Version, placed: Placed) -> Iterator[Claim]:
    names = version.names
    for key in sorted(reachable(version)):
        space = names.spaces.get(key, "")
        yield from _claims(("models", space), names.models[key], placed.models[key], names.former.models.get(key, ()))
        whole = as_object(version.models[key].shape, version.models)
        for field in whole.fields if whole else ():
            before = names.former.properties.get(field.origin, ())
            yield from _claims((key,), names.properties[field.origin], placed.properties[field.origin], before)


def _claims(scope: tuple[str, ...], name: str, place: Place, former: tuple[Former, ...] = ()) -> Iterator[Claim]:
    yield Claim(scope, name, place)
    yield from (Claim(scope, each.name, place, is_former=True) for each in former)

"""Migration: what changes for a caller from one version to its neighbour.

In: two versions and a voice. Out: a `MigrationPage`: operations and fields that come, go or change, with code before
and after. Versions are compared by public names, so a version in a path is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.docs import paths
from specwright.docs.labels import label, values_of
from specwright.docs.pages import language_links, title_of
from specwright.docs.views import LinkView
from specwright.flatten import as_object
from specwright.i18n import Voice
from specwright.ir import Operation, SchemeUse
from specwright.sdk import Sdk, Version

__all__ = ["Change", "MigrationPage", "migration_page"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where, and what; code spans by their own."""

    place: str
    what: str


@dataclass(frozen=True, slots=True)
class MigrationPage:
    """All changes between two versions."""

    path: str
    up: str
    old: str
    new: str
    added: tuple[LinkView, ...]
    removed: tuple[LinkView, ...]
    security: tuple[Change, ...]
    models: tuple[Change, ...]
    before: str
    after: str
    languages: tuple[LinkView, ...]
    version: str
    foreign: int


def migration_page(sdk: Sdk, old: Version, new: Version, voice: Voice) -> MigrationPage:
    """The page for two neighbours."""
    here = paths.migration(voice.locale.tag, old, new)
    before, after = _by_name(old), _by_name(new)
    return MigrationPage(
        path=here,
        up=paths.link(here, paths.index(voice.locale.tag, new)),
        old=old.api.version,
        new=new.api.version,
        added=tuple(_linked(new, after[name], here, voice) for name in sorted(after.keys() - before.keys())),
        removed=tuple(_linked(old, before[name], here, voice) for name in sorted(before.keys() - after.keys())),
        security=tuple(_security(before, after, voice)),
        models=tuple(_models(old, new, voice)),
        before=f"from {sdk.package}.{old.namespace} import Client, models",
        after=f"from {sdk.package}.{new.namespace} import Client, models",
        languages=language_links(sdk, here, voice),
        version=new.api.version,
        foreign=0,
    )


def _by_name(version: Version) -> Mapping[str, Operation]:
    return {version.names.operations[each.key].dotted: each for each in version.api.operations}


def _linked(version: Version, operation: Operation, here: str, voice: Voice) -> LinkView:
    url = paths.link(here, paths.operation_page(voice.locale.tag, version, operation))
    return LinkView(title_of(version, operation, voice), url, f"{operation.method} {operation.path}")


def _security(before: Mapping[str, Operation], after: Mapping[str, Operation], voice: Voice) -> Iterator[Change]:
    for name in sorted(before.keys() & after.keys()):
        held = {_alternative(uses) for uses in before[name].security}
        wanted = {_alternative(uses) for uses in after[name].security}
        for scheme in sorted({each[0] for each in held ^ wanted}):
            gone = sorted(scopes for each, scopes in held - wanted if each == scheme)
            come = sorted(scopes for each, scopes in wanted - held if each == scheme)
            if come:
                yield Change(name, f"{voice('Now also accepted:')} `{scheme}`: {_listed(come, voice)}")
            if gone:
                yield Change(name, f"{voice('No longer accepted:')} `{scheme}`: {_listed(gone, voice)}")


def _alternative(uses: tuple[SchemeUse, ...]) -> tuple[str, str]:
    return " + ".join(use.scheme for use in uses), " + ".join(scope for use in uses for scope in use.scopes)


def _listed(scopes: list[str], voice: Voice) -> str:
    if len(scopes) > 3:
        return voice.count("{n} scope", "{n} scopes", len(scopes))
    return ", ".join(f"`{scope}`" for scope in scopes)


def _models(old: Version, new: Version, voice: Voice) -> Iterator[Change]:
    was = {old.names.models[model.id]: model for model in old.api.models}
    now = {new.names.models[model.id]: model for model in new.api.models}
    for name in sorted(was.keys() | now.keys()):
        if name not in now:
            yield Change(name, voice("Removed."))
        elif name not in was:
            yield Change(name, voice("Added."))
        else:
            values, wanted = values_of(was[name].shape, old.models), values_of(now[name].shape, new.models)
            yield from _listed_values(name, set(values), set(wanted), voice)
            yield from _fields(name, old, new, voice)


def _listed_values(name: str, was: set[str], now: set[str], voice: Voice) -> Iterator[Change]:
    if gone := sorted(was - now):
        yield Change(name, f"{voice('Values removed:')} " + ", ".join(f"`{each}`" for each in gone))
    if come := sorted(now - was):
        yield Change(name, f"{voice('Values added:')} " + ", ".join(f"`{each}`" for each in come))


def _fields(name: str, old: Version, new: Version, voice: Voice) -> Iterator[Change]:
    was, now = _properties(name, old), _properties(name, new)
    for field in sorted(was.keys() | now.keys()):
        place = f"{name}.{field}"
        if field not in now:
            yield Change(place, voice("Removed."))
        elif field not in was:
            yield Change(place, voice("Added."))
        elif was[field] != now[field]:
            told = voice("Changed from `{old}` to `{new}`.")
            yield Change(place, told.replace("{old}", was[field]).replace("{new}", now[field]))


def _properties(name: str, version: Version) -> Mapping[str, str]:
    """A model's properties and what each is, required or not included."""
    key = next(key for key, named in version.names.models.items() if named == name)
    whole = as_object(version.models[key].shape, version.models)
    fields = whole.fields if whole else ()
    return {each.name: label(each.shape, version.models) + ("" if each.required else "?") for each in fields}

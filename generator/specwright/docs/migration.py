"""Migration: what a caller does to go from one version to its neighbour, and the list of all such changes.

In: an SDK, two versions, a voice. Out: a `MigrationPage`, with code before and after; and a `ChangelogPage`, the newest
version first.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.docs import paths
from specwright.docs.comparison import by_name, in_models, in_operations, in_security
from specwright.docs.pages import language_links, title_of
from specwright.docs.requests import call_sample
from specwright.docs.views import CallChange, ChangelogEntry, ChangelogPage, LinkView, MigrationPage
from specwright.i18n import Said, Voice
from specwright.ir import Operation
from specwright.sdk import Sdk, Version

__all__ = ["changelog_page", "migration_page"]


def migration_page(sdk: Sdk, old: Version, new: Version, voice: Voice) -> MigrationPage:
    """The page for two neighbours."""
    here = paths.migration(voice.locale.tag, old, new)
    before, after = by_name(old), by_name(new)
    return MigrationPage(
        path=here,
        up=paths.link(here, paths.index(voice.locale.tag, new)),
        old=old.api.version,
        new=new.api.version,
        added=tuple(_linked(new, after[name], here, voice) for name in sorted(after.keys() - before.keys())),
        removed=tuple(_linked(old, before[name], here, voice) for name in sorted(before.keys() - after.keys())),
        gone=tuple(each for each in _calls(old, new) if not each.after),
        changed=tuple(in_operations(old, new, voice)),
        calls=tuple(each for each in _calls(old, new) if each.after),
        security=tuple(in_security(old, new, voice)),
        models=tuple(in_models(old, new, voice)),
        before=f"from {sdk.package}.{old.namespace} import Client, models",
        after=f"from {sdk.package}.{new.namespace} import Client, models",
        languages=language_links(sdk, here, voice),
        version=new.api.version,
        foreign=0,
    )


def changelog_page(sdk: Sdk, voice: Voice) -> ChangelogPage:
    """The versions, the newest first, each with how much has changed since the one before."""
    here = paths.changelog(voice.locale.tag)
    pairs = zip((None, *sdk.versions), sdk.versions, strict=False)
    return ChangelogPage(
        path=here,
        up=paths.link(here, paths.index(voice.locale.tag)),
        entries=tuple(reversed([_entry(old, new, here, voice) for old, new in pairs])),
        languages=language_links(sdk, here, voice),
        foreign=0,
    )


def _entry(old: Version | None, new: Version, here: str, voice: Voice) -> ChangelogEntry:
    index = LinkView(Said(f"{new.api.title} {new.api.version}"), paths.link(here, paths.index(voice.locale.tag, new)))
    if old is None:
        return ChangelogEntry(index, None, ())
    before, after = by_name(old), by_name(new)
    told = voice("Moving from {old} to {new}").replace("{old}", old.api.version).replace("{new}", new.api.version)
    counts = (
        (voice("Operations added"), len(after.keys() - before.keys())),
        (voice("Operations removed"), len(before.keys() - after.keys())),
        (voice("Operations changed"), len([*in_operations(old, new, voice)])),
        (voice("Security changed"), len([*in_security(old, new, voice)])),
        (voice("Models changed"), len([*in_models(old, new, voice)])),
    )
    move = LinkView(Said(told), paths.link(here, paths.migration(voice.locale.tag, old, new)))
    return ChangelogEntry(index, move, tuple(each for each in counts if each[1]))


def _calls(old: Version, new: Version) -> Iterator[CallChange]:
    """The calls that have to be written otherwise; `after` is empty where the operation is gone."""
    before, after = by_name(old), by_name(new)
    for name in sorted(before):
        was = call_sample(old, before[name])
        now = call_sample(new, after[name]) if name in after else ""
        if was != now:
            yield CallChange(name, was, now)


def _linked(version: Version, operation: Operation, here: str, voice: Voice) -> LinkView:
    url = paths.link(here, paths.operation_page(voice.locale.tag, version, operation))
    return LinkView(title_of(version, operation, voice), url, f"{operation.method} {operation.path}")

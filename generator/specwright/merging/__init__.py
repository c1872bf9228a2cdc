"""Merging: the documents of one version as one API.

In: the IR of each document, under the name that its models go by, the ones that count more first. Out: one `Api`, which
document each of its operations stands in, and the declarations that gave way to another document's.

Operations are told apart by method and path. Vendors publish one operation in several documents; it is one all the
same, so the first document declares it. The others are reported, never dropped in silence.

Models stay each document's own, because their names are: another document changes no name of this one's. Those that are
equal exist once in a package all the same (`python/placement.py`). A document all of whose operations gave way, such as
an older release, adds no models.

What a document says of all its operations at once (servers, entitlements) goes to each of them where documents differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specwright.ir import Api, Origin, Telling, Webhook
from specwright.merging.contents import Contents
from specwright.merging.general import general_servers, general_tags, with_its_own
from specwright.merging.homes import with_homes
from specwright.merging.schemes import merged_schemes

__all__ = ["GivenWay", "Merged", "merge"]


@dataclass(frozen=True, slots=True)
class GivenWay:
    """A declaration that another document makes too: its document and place, and the document whose own stands."""

    key: str
    file: str
    origin: Origin
    by: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """One API, the name of the document that each operation and webhook stands in by its key, and what gave way."""

    api: Api
    homes: Mapping[str, str]
    given_way: tuple[GivenWay, ...]


def merge(title: str, version: str, documents: Mapping[str, Api]) -> Merged:
    """The documents as one API."""
    own = {key: with_homes(api) for key, api in documents.items()}
    schemes, told = merged_schemes(own)
    servers = general_servers(told.values())
    settled = {key: tuple(with_its_own(each, api, servers) for each in api.operations) for key, api in told.items()}
    chosen = {each.key: (key, each) for key in reversed(settled) for each in reversed(settled[key])}
    operations = tuple(operation for _, operation in chosen.values())
    webhooks = _webhooks(told, {key: home for key, (home, _) in chosen.items()})
    apis = tuple(told.values())
    standing = {home for home, _ in (*chosen.values(), *webhooks.values())}
    standing |= {key for key, listed in settled.items() if not listed}
    models = (model for key, each in told.items() if key in standing for model in each.models)
    api = Api(
        title=title,
        version=version,
        origin=apis[0].origin,
        servers=servers,
        schemes=schemes,
        operations=tuple(sorted(operations, key=lambda each: (each.path, each.method))),
        models=tuple(sorted(models, key=lambda model: model.id)),
        tags=general_tags(apis),
        webhooks=tuple(webhook for _, webhook in webhooks.values()),
        told_by=_told_by(apis),
    )
    contents = Contents(own)
    given_way = (
        _given_way(contents, each.key, each.origin, key, chosen[each.key][0])
        for key, listed in settled.items()
        for each in listed
        if chosen[each.key][0] != key
    )
    homes = {key: home for key, (home, _) in sorted({**chosen, **webhooks}.items())}
    return Merged(api, homes, (*given_way, *_callbacks_given_way(contents, webhooks)))


def _webhooks(told: Mapping[str, Api], homes: Mapping[str, str]) -> dict[str, tuple[str, Webhook]]:
    """The first of each name; a callback stands where the operation that registers it does."""
    found: dict[str, tuple[str, Webhook]] = {}
    for home, api in told.items():
        for webhook in api.webhooks:
            if not webhook.registered_by or homes[webhook.registered_by] == home:
                found.setdefault(webhook.key, (home, webhook))
    return dict(sorted(found.items(), key=lambda each: (bool(each[1][1].registered_by), each[0])))


def _told_by(apis: Iterable[Api]) -> Telling | None:
    """What tells the webhooks apart; webhooks of several documents have nothing in common that would."""
    with_webhooks = [api for api in apis if any(not each.registered_by for each in api.webhooks)]
    return with_webhooks[0].told_by if len(with_webhooks) == 1 else None


def _callbacks_given_way(contents: Contents, chosen: Mapping[str, tuple[str, Webhook]]) -> Iterator[GivenWay]:
    for home, api in contents.apis.items():
        for webhook in api.webhooks:
            by = chosen[webhook.key][0] if webhook.key in chosen else home
            if by != home:
                yield _given_way(contents, webhook.key, webhook.operation.origin, home, by)


def _given_way(contents: Contents, key: str, origin: Origin, home: str, by: str) -> GivenWay:
    is_same = contents.of(home, key) == contents.of(by, key)
    return GivenWay(key, contents.apis[home].origin.file, origin, contents.apis[by].origin.file, is_same)

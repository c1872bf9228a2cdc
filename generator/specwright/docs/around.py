"""Around the operations: a version's index, its matrix of scopes, a page for each way of authentication, and the
languages' index.

In: an SDK, a version, a voice. Out: views.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.docs import paths
from specwright.docs.access import scheme_view_of
from specwright.docs.incoming import link_groups
from specwright.docs.pages import language_links, title_of
from specwright.docs.views import AuthPage, IndexPage, LinkView, MatrixPage
from specwright.i18n import Said, Voice
from specwright.ir import OAuth2, Operation, Scheme
from specwright.markdown import code
from specwright.sdk import Sdk, Version

__all__ = ["auth_page", "home_page", "index_page", "matrix_page"]


def home_page(sdk: Sdk, voice: Voice) -> IndexPage:
    """A language's index where there are several versions: these, the newest first."""
    here = paths.index(voice.locale.tag)
    newest_first = tuple(reversed(sdk.versions))
    links = tuple(
        LinkView(Said(f"{each.api.title} {each.api.version}"), paths.link(here, paths.index(voice.locale.tag, each)))
        for each in newest_first
    )
    changes = LinkView(Said(voice("Changelog")), paths.link(here, paths.changelog(voice.locale.tag)))
    groups = ((voice("Versions"), links), (voice("More"), (changes,)))
    return IndexPage(here, sdk.title, Said(""), "", language_links(sdk, here, voice), groups, 0)


def index_page(sdk: Sdk, version: Version, voice: Voice) -> IndexPage:
    """A version's index: its operations by resource, and the pages around them."""
    here = paths.index(voice.locale.tag, version)
    by_resource: dict[str, list[LinkView]] = {}
    names = version.names.operations
    for operation in sorted(version.api.operations, key=lambda each: names[each.key]):
        by_resource.setdefault(".".join(names[operation.key].resource), []).append(
            _linked(version, operation, here, voice)
        )
    groups = [(code(resource), tuple(links)) for resource, links in by_resource.items()]
    around = _around(sdk, version, here, voice)
    return IndexPage(
        path=here,
        title=f"{version.api.title} {version.api.version}",
        said=voice.say(version.api.description, version.api.origin, "info", "description"),
        version=version.api.version,
        languages=language_links(sdk, here, voice),
        groups=(*groups, *link_groups(version, here, voice), *([(voice("More"), around)] if around else [])),
        foreign=0,
    )


def matrix_page(sdk: Sdk, version: Version, voice: Voice) -> MatrixPage:
    """Which scope is enough for which operation."""
    here = paths.scopes(voice.locale.tag, version)
    operations = sorted(version.api.operations, key=lambda each: version.names.operations[each.key])
    marks = tuple(_marks(each, voice) for each in operations)
    scopes = sorted({scope for each in operations for uses in each.security for use in uses for scope in use.scopes})
    return MatrixPage(
        path=here,
        up=paths.link(here, paths.index(voice.locale.tag, version)),
        version=version.api.version,
        operations=tuple(_linked(version, each, here, voice) for each in operations),
        rows=tuple((scope, tuple(mark.get(scope, "") for mark in marks)) for scope in scopes),
        languages=language_links(sdk, here, voice),
        foreign=0,
    )


def auth_page(sdk: Sdk, version: Version, scheme: Scheme, voice: Voice) -> AuthPage:
    """How one scheme's credential is got and sent."""
    here = paths.authentication(voice.locale.tag, version, scheme)
    flows = scheme.flows if isinstance(scheme, OAuth2) else ()
    meanings = {scope: (meaning, flow.kind) for flow in flows for scope, meaning in flow.scopes}
    used = {
        scope
        for each in version.api.operations
        for uses in each.security
        for use in uses
        if use.scheme == scheme.name
        for scope in use.scopes
    }
    listed: list[tuple[str, Said]] = []
    for scope in sorted({*meanings, *used}):
        meaning, kind = meanings.get(scope, ("", ""))
        listed.append((scope, voice.say(meaning, scheme.origin, "flows", kind, "scopes", scope)))
    urls = tuple(
        (name, url) for flow in flows for name, url in _urls(flow.authorization_url, flow.token_url, voice) if url
    )
    accepting = [
        each
        for each in version.api.operations
        if any(use.scheme == scheme.name for uses in each.security for use in uses)
    ]
    return AuthPage(
        path=here,
        up=paths.link(here, paths.index(voice.locale.tag, version)),
        scheme=scheme_view_of(sdk, version, scheme, here, voice),
        flows=tuple(dict.fromkeys(urls)),
        scopes=tuple(listed),
        operations=tuple(_linked(version, each, here, voice) for each in accepting),
        languages=language_links(sdk, here, voice),
        version=version.api.version,
        foreign=0,
    )


def _urls(authorization: str, token: str, voice: Voice) -> tuple[tuple[str, str], ...]:
    return ((voice("Authorization address"), authorization), (voice("Token address"), token))


def _linked(version: Version, operation: Operation, here: str, voice: Voice) -> LinkView:
    url = paths.link(here, paths.operation_page(voice.locale.tag, version, operation))
    return LinkView(title_of(version, operation, voice), url, f"{operation.method} {operation.path}")


def _around(sdk: Sdk, version: Version, here: str, voice: Voice) -> tuple[LinkView, ...]:
    links = [LinkView(Said(voice("Scopes and operations")), paths.link(here, paths.scopes(voice.locale.tag, version)))]
    links += [
        LinkView(
            Said(voice("Authentication: {name}").replace("{name}", code(each.name))),
            paths.link(here, paths.authentication(voice.locale.tag, version, each)),
        )
        for each in version.api.schemes
    ]
    position = sdk.versions.index(version)
    if position:
        old = sdk.versions[position - 1]
        title = (
            voice("Moving from {old} to {new}").replace("{old}", old.api.version).replace("{new}", version.api.version)
        )
        links.append(LinkView(Said(title), paths.link(here, paths.migration(voice.locale.tag, old, version))))
    return tuple(links)


def _marks(operation: Operation, voice: Voice) -> Mapping[str, str]:
    """How each scope that counts for an operation does: alone enough, or needed with others."""
    listed = [[scope for use in uses for scope in use.scopes] for uses in operation.security]
    alone = {scope for scopes in listed if len(scopes) == 1 for scope in scopes}
    return {scope: voice("enough") if scope in alone else voice("with others") for each in listed for scope in each}

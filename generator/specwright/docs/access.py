"""Access: what a caller needs: products and tiers, scopes, credentials.

In: a version, an operation, a voice. Out: views. Scopes come from the operation itself, never from a list kept by hand.
"""

from __future__ import annotations

from specwright.docs import paths
from specwright.docs.views import ProductView, SchemeView, ScopeSet
from specwright.i18n import Said, Voice
from specwright.ir import ApiKey, Http, OAuth2, OpenId, Operation, Scheme
from specwright.problems import Origin
from specwright.python import scheme_views
from specwright.sdk import Sdk, Version

__all__ = ["products_of", "scheme_view_of", "scheme_views_of", "scope_sets"]

_FOLDED_FROM = 6


def products_of(version: Version, operation: Operation, voice: Voice) -> tuple[ProductView, ...]:
    """The products, any one of which is enough, with their tiers."""
    needed = operation.entitlements or version.api.entitlements
    return tuple(
        ProductView(
            each.label or each.name,
            voice.say(each.level_label or each.level, Origin("", f"/entitlements/{each.kind}/{each.level}")),
        )
        for each in needed
    )


def scope_sets(version: Version, operation: Operation, voice: Voice) -> tuple[ScopeSet, ...]:
    """The scopes by the credentials that they belong to; credentials with the same scopes stand together."""
    arguments = {view.name: view.parameter for view in scheme_views(version.api.schemes)}
    by_credentials: dict[str, list[tuple[str, ...]]] = {}
    for uses in operation.security:
        scopes = tuple(scope for use in uses for scope in use.scopes)
        if scopes:
            named = " + ".join(arguments.get(use.scheme, use.scheme) for use in uses)
            by_credentials.setdefault(named, []).append(scopes)
    by_scopes: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for named, alternatives in by_credentials.items():
        by_scopes.setdefault(tuple(sorted(alternatives)), []).append(named)
    return tuple(_scope_set(tuple(names), alternatives, voice) for alternatives, names in by_scopes.items())


def _scope_set(names: tuple[str, ...], alternatives: tuple[tuple[str, ...], ...], voice: Voice) -> ScopeSet:
    count = len(alternatives)
    lead = voice.count("This scope is required:", "Any one of these {n} scopes is enough:", count)
    folded = voice.count("Show the scope", "Show all {n} scopes", count) if count >= _FOLDED_FROM else ""
    return ScopeSet(names, alternatives, lead, folded)


def scheme_views_of(
    sdk: Sdk, version: Version, operation: Operation, here: str, voice: Voice
) -> tuple[SchemeView, ...]:
    """The schemes that the operation accepts, in its order of preference."""
    by_name = {scheme.name: scheme for scheme in version.api.schemes}
    named = dict.fromkeys(use.scheme for uses in operation.security for use in uses)
    return tuple(scheme_view_of(sdk, version, by_name[name], here, voice) for name in named if name in by_name)


def scheme_view_of(sdk: Sdk, version: Version, scheme: Scheme, here: str, voice: Voice) -> SchemeView:
    """One scheme: how its credential travels, and how the SDK takes it."""
    view = next(iter(scheme_views((scheme,))), None)
    parameter = view.parameter if view else ""
    return SchemeView(
        name=scheme.name,
        kind=_kind(scheme, voice),
        place=_place(scheme),
        said=voice.say(scheme.description, scheme.origin, "description") if scheme.description else Said(""),
        argument=parameter,
        variable=f"{sdk.package}_{parameter}".upper() if parameter else "",
        url=paths.link(here, paths.authentication(voice.locale.tag, version, scheme)),
    )


def _kind(scheme: Scheme, voice: Voice) -> str:
    match scheme:
        case OAuth2():
            return voice("OAuth 2.0 access token")
        case OpenId():
            return voice("OpenID Connect token")
        case Http(scheme="basic"):
            return voice("User name and password (HTTP Basic)")
        case Http():
            return voice("Bearer token")
        case ApiKey():
            return voice("API key")
        case _:
            return voice("Client certificate")


def _place(scheme: Scheme) -> str:
    """Where the credential stands in a request, as it is written there."""
    match scheme:
        case ApiKey(location="header"):
            return f"{scheme.key}: <key>"
        case ApiKey(location="query"):
            return f"?{scheme.key}=<key>"
        case ApiKey():
            return f"Cookie: {scheme.key}=<key>"
        case Http(scheme="basic"):
            return "Authorization: Basic <user:password>"
        case Http() | OAuth2() | OpenId():
            return "Authorization: Bearer <token>"
        case _:
            return ""

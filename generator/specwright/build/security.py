"""Security: schemes, and the alternatives of an operation in one order of preference.

In: the document's security schemes, and an operation's raw requirements. Out: `Scheme` values by name, and `Security`.

Why the alternatives are reordered: the specification gives their order no meaning, vendors shuffle it, and the client
sends the first that its credentials satisfy. So the order is ours: a token before a key, a header before a cookie, a
key in the URL last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import assert_never

from specwright.ir import ApiKey, Flow, Http, Location, MutualTls, OAuth2, OpenId, Scheme, SchemeUse, Security
from specwright.load import Json
from specwright.resolve import Library
from specwright.sites import Site, members, site_at, text, verbatim

__all__ = ["build_schemes", "build_security"]

_KEY_RANK: Mapping[Location, int] = {"header": 2, "cookie": 3, "query": 4, "path": 4}
_LOCATIONS: Mapping[str, Location] = {"header": "header", "query": "query", "cookie": "cookie"}


def build_schemes(root: Site, library: Library) -> tuple[Scheme, ...]:
    """The document's security schemes by name; a kind that nobody defines is left out (`validate` has reported it)."""
    listed = ((name, library.follow(site)) for name, site in members(site_at(root, "components"), "securitySchemes"))
    return tuple(_READERS[text(site, "type")](name, site) for name, site in listed if text(site, "type") in _READERS)


def build_security(raw: tuple[Mapping[str, Json], ...] | None, schemes: tuple[Scheme, ...]) -> Security:
    """An operation's alternatives, sorted, without repeats; `()` where it is open.

    One that asks for a scheme nobody declares is left out: `validate` has seen that another would do.
    """
    rank = {scheme.name: _rank(scheme) for scheme in schemes}
    known = frozenset(scheme.name for scheme in schemes)
    told = {_alternative(each) for each in raw or ()}
    alternatives = {each for each in told if all(use.scheme in known for use in each)} or told
    return tuple(sorted(alternatives, key=lambda uses: _preference(uses, rank)))


def _alternative(requirement: Mapping[str, Json]) -> tuple[SchemeUse, ...]:
    return tuple(SchemeUse(name, _scopes(requirement[name])) for name in sorted(requirement))


def _scopes(value: Json) -> tuple[str, ...]:
    return tuple(sorted({str(scope) for scope in value})) if isinstance(value, list) else ()


def _preference(
    uses: tuple[SchemeUse, ...], rank: Mapping[str, int]
) -> tuple[bool, int, int, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Anonymous last; then by the least welcome scheme, by the number of schemes, by name and scopes."""
    worst = max((rank.get(use.scheme, 9) for use in uses), default=0)
    return (not uses, worst, len(uses), tuple((use.scheme, use.scopes) for use in uses))


def _rank(scheme: Scheme) -> int:
    match scheme:
        case OAuth2() | OpenId():
            return 0
        case Http():
            return 0 if scheme.scheme == "bearer" else 1
        case ApiKey():
            return _KEY_RANK[scheme.location]
        case MutualTls():
            return 5
        case _:
            assert_never(scheme)


def _api_key(name: str, site: Site) -> Scheme:
    return ApiKey(
        name, _LOCATIONS.get(text(site, "in"), "header"), verbatim(site, "name"), site.origin, text(site, "description")
    )


def _http(name: str, site: Site) -> Scheme:
    return Http(name, text(site, "scheme").lower(), site.origin, text(site, "description"))


def _oauth2(name: str, site: Site) -> Scheme:
    flows = tuple(_flow(kind, flow) for kind, flow in members(site, "flows"))
    return OAuth2(name, flows, site.origin, text(site, "description"))


def _flow(kind: str, site: Site) -> Flow:
    scopes = site_at(site, "scopes").node
    return Flow(
        kind=kind,
        authorization_url=text(site, "authorizationUrl"),
        token_url=text(site, "tokenUrl"),
        refresh_url=text(site, "refreshUrl"),
        scopes=tuple(sorted((scope, str(meaning or "")) for scope, meaning in scopes.items())),
    )


def _open_id(name: str, site: Site) -> Scheme:
    return OpenId(name, text(site, "openIdConnectUrl"), site.origin, text(site, "description"))


def _mutual_tls(name: str, site: Site) -> Scheme:
    return MutualTls(name, site.origin, text(site, "description"))


_READERS: Mapping[str, Callable[[str, Site], Scheme]] = {
    "apiKey": _api_key,
    "http": _http,
    "mutualTLS": _mutual_tls,
    "oauth2": _oauth2,
    "openIdConnect": _open_id,
}

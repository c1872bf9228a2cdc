"""Schemes: how each security scheme becomes an argument of the client.

In: the IR's schemes. Out: views for the runtime, and the client's credentials. One table, keyed by the kind of scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from specwright.ir import ApiKey, Http, MutualTls, OAuth2, OpenId, Scheme
from specwright.names import TOKEN, argument_of
from specwright.python.views import Credential, SchemeView

__all__ = ["credentials_of", "parameters_of", "scheme_views"]

_KINDS: Mapping[str, str] = {"header": "header", "query": "query", "cookie": "cookie", "path": "header"}
_SENT: Mapping[str, str] = {
    "header": "sent as the header",
    "query": "sent in the query as",
    "cookie": "sent as the cookie",
}
_TOKEN = Credential(TOKEN, "str | TokenSource | None", "A bearer token, or a source that fetches and renews one.")


def scheme_views(schemes: tuple[Scheme, ...]) -> tuple[SchemeView, ...]:
    """The schemes as the runtime takes them; a client certificate belongs to the transport and is none of them."""
    return tuple(_view(scheme) for scheme in schemes if not isinstance(scheme, MutualTls))


def parameters_of(schemes: tuple[Scheme, ...]) -> Mapping[str, str]:
    """The client's argument for each scheme, by the scheme's name."""
    return {view.name: view.parameter for view in scheme_views(schemes)}


def credentials_of(schemes: tuple[Scheme, ...]) -> tuple[Credential, ...]:
    """The client's arguments, tokens first; schemes that take the same credential share one."""
    found = {view.parameter: _credential(view, scheme) for scheme in schemes for view in scheme_views((scheme,))}
    return tuple(found[name] for name in sorted(found, key=lambda name: (name != TOKEN, name)))


def _view(scheme: Scheme) -> SchemeView:
    own = argument_of(scheme)
    match scheme:
        case ApiKey():
            return SchemeView(scheme.name, _KINDS[scheme.location], scheme.key, own, None)
        case Http(scheme="bearer"):
            return SchemeView(scheme.name, "bearer", None, own, None)
        case Http(scheme="basic"):
            return SchemeView(scheme.name, "basic", None, own, None)
        case Http():
            return SchemeView(scheme.name, "header", "Authorization", own, None)
        case OAuth2():
            return SchemeView(
                scheme.name, "bearer", None, own, next((f.token_url for f in scheme.flows if f.token_url), None)
            )
        case OpenId():
            return SchemeView(scheme.name, "bearer", None, own, None)
        case MutualTls():
            raise AssertionError("a client certificate is no argument")
        case _:
            assert_never(scheme)


def _credential(view: SchemeView, scheme: Scheme) -> Credential:
    if view.kind == "bearer":
        return _TOKEN
    if view.kind == "basic":
        return Credential(view.parameter, "tuple[str, str] | None", scheme.description or "User name and password.")
    return Credential(view.parameter, "str | None", scheme.description or f"The key, {_SENT[view.kind]} {view.key}.")

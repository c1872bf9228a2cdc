"""Alternatives of security in the words of those who call: the client's arguments and the names of scopes.

In: alternatives, and the API that knows which argument holds which scheme. Out: text for a message.

Why grouped and cut short: real operations list up to 191 alternatives, nearly all of them for the same argument; every
one stays in the error as data.
"""

from __future__ import annotations

from collections.abc import Iterable

from .api import Api
from .operation import SchemeUse, Security

__all__ = ["alternatives_text", "few"]

_SHOWN = 6


def alternatives_text(alternatives: Security, api: Api) -> str:
    """For example `with access_token or private_apps any one of: a, b and 19 more; or with legacy_key: c`."""
    scopes_of: dict[str, dict[str, None]] = {}
    for uses in alternatives:
        scopes = dict.fromkeys(scope for use in uses for scope in use.scopes)
        scopes_of.setdefault(_arguments(uses, api), {})[" and ".join(scopes)] = None
    arguments_of: dict[tuple[str, ...], list[str]] = {}
    for arguments, texts in scopes_of.items():
        arguments_of.setdefault(() if "" in texts else tuple(texts), []).append(arguments)
    return "; or ".join(_group(" or ".join(arguments), scopes) for scopes, arguments in arguments_of.items())


def few(texts: Iterable[str]) -> str:
    """The first texts, and how many more there are."""
    listed = list(texts)
    rest = len(listed) - _SHOWN
    return ", ".join(listed[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _arguments(uses: tuple[SchemeUse, ...], api: Api) -> str:
    schemes = ((use, api.scheme(use.scheme)) for use in uses)
    names = (use.scheme if scheme is None else scheme.parameter for use, scheme in schemes)
    return " and ".join(dict.fromkeys(names)) or "no credentials"


def _group(arguments: str, scopes: tuple[str, ...]) -> str:
    match len(scopes):
        case 0:
            return f"with {arguments}"
        case 1:
            return f"with {arguments}: {scopes[0]}"
        case _:
            return f"with {arguments} any one of: {few(scopes)}"

"""Schemes: what the client's argument for each security scheme is called.

In: a scheme. Out: the name of the argument that takes its credential; nothing for a client certificate, which belongs
to the transport. Every scheme that takes a bearer token takes the same one.
"""

from __future__ import annotations

from typing import assert_never

from specwright.ir import ApiKey, Http, MutualTls, OAuth2, OpenId, Scheme
from specwright.names.words import snake

__all__ = ["TOKEN", "argument_of"]

TOKEN = "access_token"  # noqa: S105 - the name of an argument
"""The argument that takes a bearer token."""


def argument_of(scheme: Scheme) -> str:
    """The name of the argument."""
    match scheme:
        case MutualTls():
            return ""
        case Http(scheme="bearer") | OAuth2() | OpenId():
            return TOKEN
        case ApiKey() | Http():
            return snake(scheme.name)
        case _:
            assert_never(scheme)

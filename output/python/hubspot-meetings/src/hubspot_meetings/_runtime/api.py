"""One version of an API, as data.

In: literals in the generated `client` module. Out: frozen values for the client that is built on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Api", "Scheme"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: how its credential travels, and the client's argument that holds it.

    `key` is the name of the header, query parameter or cookie. `token_url` and `client_auth` serve OAuth2 flows
    that do not bring their own.
    """

    name: str
    kind: Literal["bearer", "basic", "header", "query", "cookie"]
    key: str = ""
    parameter: str = ""
    token_url: str | None = None
    client_auth: Literal["basic", "body"] = "basic"


@dataclass(frozen=True, slots=True)
class Api:
    """What a client needs to know about the API besides its operations."""

    title: str
    version: str
    package: str
    user_agent: str
    base_url: str
    schemes: tuple[Scheme, ...] = ()
    request_id_headers: tuple[str, ...] = (
        "x-request-id",
        "request-id",
        "x-correlation-id",
        "x-hubspot-correlation-id",
        "x-amzn-requestid",
    )

    def scheme(self, name: str) -> Scheme | None:
        """The scheme of this name, if the API declares it."""
        return next((scheme for scheme in self.schemes if scheme.name == name), None)

    def variable(self, parameter: str) -> str:
        """The environment variable that stands in for a credential argument."""
        return f"{self.package}_{parameter}".upper()

"""The credentials of a client, from its arguments or from the environment.

In: the API's schemes, the arguments, the environment. Out: a credential for each parameter that has one.

Why the environment counts only when no argument is given: an argument says which credential to use, and a variable
left over from something else must not change that.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TypeAlias

from .api import Api
from .errors import ConfigurationError
from .tokens import TokenSource

__all__ = ["Credential", "collect"]

Credential: TypeAlias = str | tuple[str, str] | TokenSource


def collect(api: Api, given: Mapping[str, Credential | None]) -> dict[str, Credential]:
    """The credentials by parameter, checked for what can never be right."""
    found = {parameter: credential for parameter, credential in given.items() if credential is not None}
    if not found:
        found = _environment(api)
    for parameter, credential in found.items():
        for text in _texts(credential):
            _check(parameter, text)
    return found


def _environment(api: Api) -> dict[str, Credential]:
    found: dict[str, Credential] = {}
    for scheme in api.schemes:
        value = os.environ.get(api.variable(scheme.parameter))
        if value and scheme.kind == "basic":
            user, _, password = value.partition(":")
            found[scheme.parameter] = (user, password)
        elif value:
            found[scheme.parameter] = value
    return found


def _texts(credential: Credential) -> tuple[str, ...]:
    match credential:
        case str():
            return (credential,)
        case tuple():
            return credential[:1]
        case _:
            return ()


def _check(parameter: str, text: str) -> None:
    if not text:
        raise ConfigurationError(f"{parameter} is empty")
    if not text.isprintable() or text != text.strip():
        raise ConfigurationError(f"{parameter} has a line break, a control character or a space at an end")

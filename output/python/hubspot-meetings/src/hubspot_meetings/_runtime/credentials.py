"""The credentials of a client, from its arguments or from the environment.

In: the API's schemes, the arguments, the environment. Out: a credential for each parameter that has one.

Why the environment counts only when no argument is given: an argument says which credential to use, and a variable
left over from something else must not change that.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TypeAlias, cast

from .api import Api
from .errors import ConfigurationError
from .tokens import TokenFlow, TokenSource

__all__ = ["Credential", "collect"]

Credential: TypeAlias = str | tuple[str, str] | TokenSource


def collect(api: Api, given: Mapping[str, Credential | None]) -> dict[str, Credential]:
    """The credentials by parameter, checked for what can never be right."""
    found = {parameter: credential for parameter, credential in given.items() if credential is not None}
    if not found:
        found = _environment(api)
    for parameter, credential in found.items():
        kinds = {scheme.kind for scheme in api.schemes if scheme.parameter == parameter}
        _check_type(parameter, credential, pair="basic" in kinds)
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


def _check_type(parameter: str, credential: object, *, pair: bool) -> None:
    if pair:
        takes, good = "a pair of user and password", _is_pair(credential)
    else:
        takes = "text, a token flow such as ClientCredentials(...), or a function that returns a token"
        source = isinstance(credential, TokenFlow) or (callable(credential) and not isinstance(credential, type))
        good = isinstance(credential, str) or source
    if not good:
        kind = f"the class {credential.__name__}" if isinstance(credential, type) else type(credential).__name__
        raise ConfigurationError(f"{parameter} must be {takes}, not {kind}")


def _is_pair(credential: object) -> bool:
    if not isinstance(credential, tuple):
        return False
    items = cast("tuple[object, ...]", credential)
    return len(items) == 2 and all(isinstance(item, str) for item in items)


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

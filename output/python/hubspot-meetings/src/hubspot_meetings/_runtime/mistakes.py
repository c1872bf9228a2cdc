"""What can never be right in a caller's settings and options.

In: a value as the caller gave it. Out: words that name it and say what would do, or `None` where nothing is wrong.

Why words and not errors: the same mistake is a `ConfigurationError` in a client and an `InvalidRequestError` in a call.
Why types are looked at although they are declared: not every caller runs a type checker, and a wrong timeout would
surface deep inside the network.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final, cast

from .options import RequestOptions, Timeout

__all__ = ["in_base_url", "in_headers", "in_options", "in_own_address", "in_retries", "in_scopes", "in_timeout"]

_SHOWN: Final = 40
_TIME: Final = "a number of seconds above 0, or None to wait for ever"


def in_base_url(url: object) -> str | None:
    """An absolute address, without credentials, query or fragment."""
    if not isinstance(url, str):
        return f"base_url must be text such as https://api.example.com, not {_kind(url)}"
    scheme, mark, rest = url.partition("://")
    host = (rest if mark else url).partition("/")[0]
    if "@" in host:
        return "base_url must not hold a user or a password"
    if scheme not in {"http", "https"} or not mark or not host:
        return f"base_url must be an address such as https://api.example.com, not {url[:_SHOWN]!r}"
    if not url.isprintable() or " " in url:
        return "base_url must not hold a space or a control character"
    return "base_url must not hold a query or a fragment" if "?" in rest or "#" in rest else None


def in_own_address(url: str) -> str | None:
    """The address in the specification, which need not be a whole one."""
    if not url:
        return "this API names no server; give base_url="
    if "{" in url:
        return f"this API's address has parts to fill in, {url!r}; give base_url=, which server_url() makes"
    if in_base_url(url) is not None:
        return f"this API names its server without a host, {url!r}; give base_url=, with that path if it has it"
    return None


def in_timeout(timeout: object) -> str | None:
    """A number of seconds, a `Timeout` of them, or `None`."""
    if not isinstance(timeout, Timeout):
        return None if _is_time(timeout) else f"timeout must be {_TIME}, or a Timeout of those, not {_shown(timeout)}"
    for name in ("connect", "read", "write", "pool"):
        value = cast("object", getattr(timeout, name))
        if not _is_time(value):
            return f"timeout.{name} must be {_TIME}, not {_shown(value)}"
    return None


def in_retries(retries: object) -> str | None:
    """A whole number from 0."""
    if isinstance(retries, int) and not isinstance(retries, bool) and retries >= 0:
        return None
    return f"max_retries must be a whole number, 0 or more, not {_shown(retries)}"


def in_scopes(scopes: object) -> str | None:
    """Scopes in a collection, or in one text."""
    collected = cast("Iterable[object]", scopes if isinstance(scopes, Iterable) else (None,))
    if isinstance(scopes, str) or all(isinstance(scope, str) for scope in collected):
        return None
    return "granted_scopes must be a collection of text, or one text with spaces between the scopes"


def in_headers(headers: object, name: str) -> str | None:
    """A mapping from text to text."""
    if not isinstance(headers, Mapping):
        return f"{name} must be a mapping from names to text, not {_kind(headers)}"
    for key, value in cast("Mapping[object, object]", headers).items():
        if not isinstance(key, str):
            return f"{name}: a name must be text, not {_kind(key)}"
        if not isinstance(value, str):
            return f"{name}[{key!r}] must be text, not {_kind(value)}"
    return None


def in_options(options: RequestOptions) -> tuple[str, str] | None:
    """The first wrong option of a call, and what is wrong with it."""
    given = cast("Mapping[str, object]", options)
    for name, value in given.items():
        words = _in_option(name, value)
        if words is not None:
            return name, words
    return None


def _in_option(name: str, value: object) -> str | None:
    match name:
        case "timeout":
            return in_timeout(value)
        case "max_retries":
            return in_retries(value)
        case "extra_headers":
            return in_headers(value, name)
        case _:
            return None if isinstance(value, Mapping) else f"{name} must be a mapping, not {_kind(value)}"


def _is_time(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < math.inf


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _shown(value: object) -> str:
    """A number as it is; of anything else the type, for it may be a secret in the wrong place."""
    return repr(value) if isinstance(value, int | float) else _kind(value)

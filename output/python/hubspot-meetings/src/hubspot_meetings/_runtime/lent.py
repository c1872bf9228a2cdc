"""What a caller's own httpx2 client holds and does not lend.

In: the client as it was given. Out: one warning when something of it will not be sent.

Why a warning: the contract decides what is sent, and somebody who put a header into the client expects to see it there.
Why by attributes: a client is looked at when ours is made, and httpx2 is not loaded for that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from typing import Final, cast

from .public import public
from .warn import warn_here

__all__ = ["UnusedSettingWarning", "warn_of_unused"]

# What httpx2 puts into every client. The encodings are lent, for the connection has to decode them.
_USUAL: Final = {"accept": "*/*", "accept-encoding": "", "connection": "", "user-agent": "python-httpx2/"}


@public
class UnusedSettingWarning(UserWarning):
    """The given `http_client` holds settings that are not used: it lends its connections alone."""


def warn_of_unused(http_client: object) -> None:
    """Warn once about what this client holds and does not lend, with what to do instead."""
    found = [f"{name} ({remedy})" for name, remedy in _HELD.items() if _FINDERS[name](getattr(http_client, name, None))]
    headers = _own_headers(getattr(http_client, "headers", None))
    if headers:
        found.insert(0, f"headers {', '.join(headers)} (use with_options(headers=...))")
    if found:
        listed = "; ".join(found)
        warn_here(f"http_client lends its connections alone; not used are its {listed}", UnusedSettingWarning)


def _own_headers(headers: object) -> list[str]:
    if not isinstance(headers, Mapping):
        return []
    fields = cast("Mapping[str, str]", headers).items()
    return sorted(name for name, value in fields if not value.startswith(_USUAL.get(name, "\n")))


def _is_filled(value: object) -> bool:
    return isinstance(value, Sized) and len(value) > 0


def _is_there(value: object) -> bool:
    return value is not None


def _is_text(value: object) -> bool:
    return value is not None and bool(str(value))


_HELD: Final = {
    "auth": "give credentials to this client",
    "cookies": "use with_options(headers=...)",
    "params": "use extra_query",
    "base_url": "use base_url=",
}
_FINDERS: Final[Mapping[str, Callable[[object], bool]]] = {
    "auth": _is_there,
    "cookies": _is_filled,
    "params": _is_filled,
    "base_url": _is_text,
}

"""One request as it arrived, whatever the framework that received it.

In: a body and headers as frameworks hand them over. Out: a `Delivery`, which is what a verifier looks at.

Why the body must be bytes or text: a signature is about the exact bytes, and JSON that was parsed and written again has
others.
Why a verifier must answer `True`: a function that forgets to return anything must not let everything in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias, cast

from .headers import Headers
from .webhook_errors import WebhookSetupError

__all__ = ["UNVERIFIED", "Arrived", "Delivery", "HeaderFields", "Verifier", "delivery_of"]

Arrived: TypeAlias = bytes | bytearray | memoryview | str
"""A body exactly as it came."""

HeaderFields: TypeAlias = Mapping[str, str] | Iterable[tuple[str | bytes, str | bytes]]
"""Headers as frameworks have them: a mapping, or pairs."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request that arrived; `url` is empty where the receiver did not give it."""

    body: bytes = field(repr=False)
    headers: Headers = field(repr=False)
    method: str = "POST"
    url: str = ""


Verifier: TypeAlias = Callable[[Delivery], bool]
"""Says `True` of a request that comes from the API, and `False`, or raises, of any other."""


class _Unverified:
    """Takes every request for the API's own."""

    __slots__ = ()

    def __call__(self, delivery: Delivery) -> bool:  # noqa: ARG002 - as a verifier is called
        return True

    def __repr__(self) -> str:
        return "UNVERIFIED"


UNVERIFIED: Final[Verifier] = _Unverified()
"""Lets every request in. For requests that something in front of this code has verified, and for tests."""


def delivery_of(body: Arrived, headers: HeaderFields, method: str, url: str) -> Delivery:
    """The request as a verifier sees it."""
    return Delivery(_bytes(body), _headers(headers), method, url)


def _bytes(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, bytes):
        return body
    if isinstance(body, bytearray | memoryview):
        return bytes(cast("bytearray", body))
    message = f"a webhook's body must be the bytes as they came, not {_kind(body)}: give the raw body, not parsed JSON"
    raise WebhookSetupError(message)


def _headers(headers: object) -> Headers:
    if isinstance(headers, Headers):
        return headers
    message = f"a webhook's headers must be a mapping from names to text, or pairs of both, not {_kind(headers)}"
    try:
        pairs = [(name, value) for name, value in _pairs(headers)]
    except (TypeError, ValueError):
        raise WebhookSetupError(message) from None
    return Headers((_text(name), _text(value)) for name, value in pairs)


def _pairs(headers: object) -> Iterable[tuple[object, object]]:
    if isinstance(headers, Mapping):
        return cast("Mapping[object, object]", headers).items()
    return cast("Iterable[tuple[object, object]]", headers)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, str):
        return value
    raise WebhookSetupError(f"a header of a webhook must be text, not {_kind(value)}")


def _kind(value: object) -> str:
    return type(value).__name__

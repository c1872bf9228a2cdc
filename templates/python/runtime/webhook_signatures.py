"""Signatures by HMAC, described as data: which headers hold what, what is signed, how it is written.

In: a `SignatureScheme` and a secret. Out: a verifier, which compares in constant time and raises what is wrong.

Why one description: Standard Webhooks, HubSpot, GitHub, Stripe, Slack and Shopify differ in nothing but these fields.
Why an empty secret is refused: anybody can sign with it.
"""

from __future__ import annotations

import binascii
import hmac
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from .headers import Headers
from .webhook_delivery import Delivery, Verifier
from .webhook_errors import Reason, WebhookSetupError, WebhookVerificationError

__all__ = ["HUBSPOT_V3", "STANDARD_WEBHOOKS", "Secret", "SignatureScheme"]

Secret: TypeAlias = str | bytes | list[str] | list[bytes] | tuple[str | bytes, ...]
"""A secret as the API shows it; several while one replaces another. Bytes are the key itself."""

_SLOT: Final = re.compile(r"\{(method|url|timestamp|body|header:[^{}]+)\}")
_DIGITS: Final = re.compile(r"[0-9]{1,15}", re.ASCII)
_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class SignatureScheme:
    """How an API signs what it sends.

    Args:
        header: The header that holds the signature.
        signed: What is signed: text with `{body}`, `{timestamp}`, `{method}`, `{url}` and `{header:NAME}`.
        algorithm: The hash below the HMAC.
        encoding: How the digest is written.
        prefix: What stands before a signature, such as `sha256=`; entries without it are passed over.
        separator: What stands between several entries of the header.
        timestamp_header: The header that says when the request was sent.
        timestamp_prefix: What marks the entry of `header` that says so, where it has no header of its own.
        timestamp_unit: What the timestamp counts since 1970.
        tolerance: How many seconds the timestamp may be away from now.
        key_encoding: Whether the secret is the key as text, or as base64.
        key_prefix: What stands before a secret in base64.
        unescaped: The signs that stand as themselves in the signed address, where the request has them escaped.
    """

    header: str
    signed: str = "{body}"
    algorithm: Literal["sha1", "sha256", "sha384", "sha512"] = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    prefix: str = ""
    separator: str = ""
    timestamp_header: str = ""
    timestamp_prefix: str = ""
    timestamp_unit: Literal["s", "ms"] = "s"
    tolerance: float = 300
    key_encoding: Literal["text", "base64"] = "text"
    key_prefix: str = ""
    unescaped: str = ""

    def __post_init__(self) -> None:
        slots = set(_SLOT.findall(self.signed))
        if "body" not in slots:
            raise WebhookSetupError('signed must hold "{body}": a signature without the body proves nothing')
        if ("timestamp" in slots) != bool(self.timestamp_header or self.timestamp_prefix):
            raise WebhookSetupError('"{timestamp}" in signed and the place of the timestamp go together: give both')

    @property
    def signs_url(self) -> bool:
        """Whether the address of the request is signed."""
        return "{url}" in self.signed

    def verifier(self, secret: Secret) -> Verifier:
        """The verifier of requests that are signed with this secret, or with one of several."""
        listed = [secret] if isinstance(secret, str | bytes) else secret
        if not isinstance(listed, list | tuple):  # pyright: ignore[reportUnnecessaryIsInstance] - see `mistakes.py`
            raise WebhookSetupError(f"a webhook secret must be text or bytes, not {type(listed).__name__}")
        if not listed:
            raise WebhookSetupError("no webhook secret is given: the list is empty")
        return _Signed(self, tuple(_key(self, each) for each in listed))


STANDARD_WEBHOOKS: Final = SignatureScheme(
    header="webhook-signature",
    signed="{header:webhook-id}.{timestamp}.{body}",
    encoding="base64",
    prefix="v1,",
    separator=" ",
    timestamp_header="webhook-timestamp",
    key_encoding="base64",
    key_prefix="whsec_",
)
"""The scheme of standardwebhooks.com, with secrets that begin with `whsec_`."""

HUBSPOT_V3: Final = SignatureScheme(
    header="X-HubSpot-Signature-v3",
    signed="{method}{url}{body}{timestamp}",
    encoding="base64",
    timestamp_header="X-HubSpot-Request-Timestamp",
    timestamp_unit="ms",
    unescaped=":/?@!$'()*,;",
)
"""HubSpot's third scheme; the secret is that of the app."""


@dataclass(frozen=True, slots=True)
class _Signed:
    """Verifies by one scheme; the keys are shown nowhere."""

    scheme: SignatureScheme
    keys: tuple[bytes, ...] = field(repr=False)

    def __call__(self, delivery: Delivery) -> bool:
        scheme = self.scheme
        entries = _entries(scheme, delivery.headers)
        timestamp = _timestamp(scheme, delivery.headers, entries)
        if timestamp is not None:
            _check_age(scheme, timestamp)
        message = b"".join(_parts(scheme, delivery, timestamp or ""))
        wanted = [_written(scheme, hmac.digest(key, message, scheme.algorithm)) for key in self.keys]
        came = [_comparable(scheme, entry) for entry in entries if entry.startswith(scheme.prefix)]
        # All pairs are compared, so that time tells nothing of which one fits.
        if not sum(hmac.compare_digest(one, other) for one in wanted for other in came):
            told = f"no signature in the header {scheme.header} fits: check the secret, and give the body as it came"
            raise WebhookVerificationError(told, "no matching signature")
        return True


def _key(scheme: SignatureScheme, secret: object) -> bytes:
    if not isinstance(secret, str | bytes):
        raise WebhookSetupError(f"a webhook secret must be text or bytes, not {type(secret).__name__}")
    if not secret:
        raise WebhookSetupError("a webhook secret must not be empty")
    if isinstance(secret, bytes):
        return secret
    if scheme.key_encoding == "text":
        return secret.encode()
    plain = secret.strip().removeprefix(scheme.key_prefix)
    try:
        key = binascii.a2b_base64(plain + "=" * (-len(plain) % 4), strict_mode=True)
    except (binascii.Error, ValueError):
        key = b""
    if not key:
        raise WebhookSetupError(f'a webhook secret must be "{scheme.key_prefix}" and base64: copy it whole')
    return key


def _entries(scheme: SignatureScheme, headers: Headers) -> list[str]:
    """What the signature's header lists."""
    values = headers.get_list(scheme.header)
    if not values:
        raise _missing(scheme.header)
    listed = [part for value in values for part in (value.split(scheme.separator) if scheme.separator else [value])]
    entries = [part.strip() for part in listed if part.strip()]
    if not any(entry.startswith(scheme.prefix) for entry in entries):
        raise _malformed(scheme.header, f'has no signature that begins with "{scheme.prefix}"')
    return entries


def _timestamp(scheme: SignatureScheme, headers: Headers, entries: list[str]) -> str | None:
    """When the request says that it was sent, as written."""
    if scheme.timestamp_header:
        return _digits(scheme.timestamp_header, _only(headers, scheme.timestamp_header))
    if scheme.timestamp_prefix:
        marked = [each for each in entries if each.startswith(scheme.timestamp_prefix)]
        told = marked[0].removeprefix(scheme.timestamp_prefix) if len(marked) == 1 else ""
        return _digits(scheme.header, told)
    return None


def _digits(header: str, text: str) -> str:
    if not _DIGITS.fullmatch(text):
        raise _malformed(header, "has no timestamp in digits")
    return text


def _only(headers: Headers, name: str) -> str:
    values = headers.get_list(name)
    if not values:
        raise _missing(name)
    if len(values) > 1:
        raise _malformed(name, "came more than once")
    return values[0].strip()


def _check_age(scheme: SignatureScheme, timestamp: str) -> None:
    age = time.time() - int(timestamp) / (1000 if scheme.timestamp_unit == "ms" else 1)
    if abs(age) > scheme.tolerance:
        reason: Reason = "too old" if age > 0 else "too new"
        away = f"its timestamp is {abs(age):.0f} s away from this clock, and {scheme.tolerance:g} s are allowed"
        message = f"the request is {reason}: {away}. It was sent a second time, or a clock is wrong"
        raise WebhookVerificationError(message, reason)


def _parts(scheme: SignatureScheme, delivery: Delivery, timestamp: str) -> Iterator[bytes]:
    """What is signed, piece by piece."""
    for index, piece in enumerate(_SLOT.split(scheme.signed)):
        if index % 2 == 0:
            yield piece.encode()
        elif piece == "body":
            yield delivery.body
        elif piece == "timestamp":
            yield timestamp.encode()
        elif piece == "method":
            yield delivery.method.encode()
        elif piece == "url":
            yield _address(scheme, delivery.url).encode()
        else:
            yield _only(delivery.headers, piece.removeprefix("header:")).encode()


def _address(scheme: SignatureScheme, url: str) -> str:
    if not url:
        raise WebhookSetupError("the address is signed too: give url=, the whole address that the request was sent to")
    return _ESCAPE.sub(lambda found: sign if (sign := chr(int(found[1], 16))) in scheme.unescaped else found[0], url)


def _written(scheme: SignatureScheme, digest: bytes) -> bytes:
    return binascii.hexlify(digest) if scheme.encoding == "hex" else binascii.b2a_base64(digest, newline=False)


def _comparable(scheme: SignatureScheme, entry: str) -> bytes:
    """A signature that came, as ours is written."""
    told = entry.removeprefix(scheme.prefix).encode("utf-8", "replace")
    return told.lower() if scheme.encoding == "hex" else told


def _missing(header: str) -> WebhookVerificationError:
    message = f"the header {header} is missing: give all headers of the request as they came"
    return WebhookVerificationError(message, "missing header")


def _malformed(header: str, what: str) -> WebhookVerificationError:
    return WebhookVerificationError(f"the header {header} {what}", "malformed header")

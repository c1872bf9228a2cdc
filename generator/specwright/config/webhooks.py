"""Webhooks: the table `[sdk.webhooks]`, which says how an API signs what it sends.

In: the table's data. Out: a `SignatureRule`; or what is wrong with it: the key, a sentence, and a hint.

Why a named scheme takes no settings but the tolerance: with others it would be another scheme, and that is `hmac`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from specwright.rules import SignatureRule

__all__ = ["Fault", "faults_of", "signature_rule"]

Fault: TypeAlias = tuple[str, str, str]
_SCHEMES = ("standard", "hubspot-v3", "hmac")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "header": (),
    "signed": (),
    "algorithm": ("sha1", "sha256", "sha384", "sha512"),
    "encoding": ("hex", "base64"),
    "prefix": (),
    "separator": (),
    "timestamp_header": (),
    "timestamp_prefix": (),
    "timestamp_unit": ("s", "ms"),
    "key_encoding": ("text", "base64"),
    "key_prefix": (),
    "unescaped": (),
}
"""The settings that are texts, each with the values that it may have; any where there are none."""

_ORDER = (*_TEXTS, "tolerance")
_SLOTS = re.compile(r"\{([^{}]*)\}")
_SLOT = re.compile(r"body|timestamp|method|url|header:[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_KNOWN_SLOTS = "Known: {body}, {timestamp}, {method}, {url}, {header:NAME}."


def signature_rule(table: Mapping[str, object]) -> SignatureRule:
    """The rule that a good table states."""
    settings = ((name, table[name]) for name in _ORDER if name in table)
    return SignatureRule(
        str(table["scheme"]), tuple((name, value) for name, value in settings if isinstance(value, str | int | float))
    )


def faults_of(table: Mapping[str, object]) -> Iterator[Fault]:
    """Everything that is wrong with the table."""
    scheme = table.get("scheme")
    if scheme not in _SCHEMES:
        yield "webhooks", f'"scheme" of webhooks must be one of {_listed(_SCHEMES)}.', ""
        return
    for name, value in table.items():
        if name != "scheme":
            yield from ((name, message, hint) for message, hint in _of_setting(name, value, own=scheme == "hmac"))
    if scheme == "hmac":
        yield from _of_hmac(table)


def _of_setting(name: str, value: object, *, own: bool) -> Iterator[tuple[str, str]]:
    if name not in _ORDER:
        yield f'"{name}" of webhooks is no setting.', f"Known: {', '.join(('scheme', *_ORDER))}."
    elif name == "tolerance":
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value < float("inf"):
            yield '"tolerance" of webhooks must be a number of seconds above 0.', ""
    elif not own:
        yield f'"{name}" of webhooks goes with the scheme "hmac" alone.', ""
    elif not isinstance(value, str):
        yield f'"{name}" of webhooks must be a text.', ""
    elif _TEXTS[name] and value not in _TEXTS[name]:
        yield f'"{name}" of webhooks must be one of {_listed(_TEXTS[name])}.', ""


def _of_hmac(table: Mapping[str, object]) -> Iterator[Fault]:
    if not table.get("header"):
        yield "webhooks", '"header" of webhooks is missing: the header that holds the signature.', ""
    signed = table.get("signed", "{body}")
    slots = _SLOTS.findall(signed) if isinstance(signed, str) else ["body"]
    for slot in slots:
        if not _SLOT.fullmatch(slot):
            yield "signed", f'"{{{slot}}}" of signed has no meaning.', _KNOWN_SLOTS
    if "body" not in slots:
        yield "signed", '"signed" of webhooks must hold {body}: a signature of less proves nothing.', ""
    if ("timestamp" in slots) != bool(table.get("timestamp_header") or table.get("timestamp_prefix")):
        hint = "Give both, or neither."
        yield "webhooks", '{timestamp} in "signed" and timestamp_header or timestamp_prefix go together.', hint


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)

"""Signatures: how the configuration's description of them stands in a package.

In: a `SignatureRule`, or `None` where the configuration has none. Out: Python source, and the class of each webhook,
which decides what a type checker asks of a call.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.rules import SignatureRule
from specwright.sdk import Sdk

__all__ = ["class_of", "scheme_of", "secret_variable"]

_PRESETS: Mapping[str, str] = {"standard": "STANDARD_WEBHOOKS", "hubspot-v3": "HUBSPOT_V3"}
_SIGNS_URL = frozenset({"hubspot-v3"})


def class_of(rule: SignatureRule | None) -> str:
    """The runtime's class for webhooks that are signed so."""
    if rule is None:
        return "Webhook"
    signs_url = rule.scheme in _SIGNS_URL or "{url}" in str(dict(rule.settings).get("signed", ""))
    return "UrlSignedWebhook" if signs_url else "SignedWebhook"


def scheme_of(rule: SignatureRule | None) -> str:
    """The scheme as Python writes it; empty where there is none."""
    if rule is None:
        return ""
    settings = ", ".join(f"{name}={value!r}" for name, value in rule.settings)
    preset = _PRESETS.get(rule.scheme)
    if preset is None:
        return f"SignatureScheme({settings})"
    return f"replace({preset}, {settings})" if settings else preset


def secret_variable(sdk: Sdk) -> str:
    """The environment variable that may hold the secret of signatures."""
    return f"{sdk.package.upper()}_WEBHOOK_SECRET"

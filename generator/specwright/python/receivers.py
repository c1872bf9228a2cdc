"""Receivers: a webhook as a function that a web framework's handler calls.

In: an SDK, a version, and a webhook or a callback. Out: a Python program as text: bytes and headers in, the status to
answer with out.
"""

from __future__ import annotations

from specwright.ir import Webhook
from specwright.python.signatures import class_of, secret_variable
from specwright.python.webhooks import payload_type
from specwright.sdk import Sdk, Version

__all__ = ["first_receiver", "receiver_of"]

_ERROR = "WebhookVerificationError"
_USUAL = "STANDARD_WEBHOOKS"


def first_receiver(sdk: Sdk) -> str:
    """The program for the first webhook, or else the first callback, of the default version; empty without either."""
    names = sdk.default.names.webhooks
    ordered = sorted(sdk.default.api.webhooks, key=lambda each: (bool(each.registered_by), names[each.key]))
    return receiver_of(sdk, sdk.default, ordered[0]) if ordered else ""


def receiver_of(sdk: Sdk, version: Version, webhook: Webhook) -> str:
    """The program."""
    name = version.names.webhooks[webhook.key]
    signs_url = class_of(sdk.webhooks) == "UrlSignedWebhook"
    given = ["body", "headers", *(["url=url"] if signs_url else [])]
    if sdk.webhooks is None:
        given.append(f'verify={_USUAL}.verifier(os.environ["{secret_variable(sdk)}"])')
    call = f"{name.dotted}.parse({', '.join(given)})"
    empty = payload_type(version, webhook) == "None"
    lines = [
        f"def receive(body: bytes, headers: Mapping[str, str]{', url: str' if signs_url else ''}) -> int:",
        "    try:",
        f"        {call}" if empty else f"        event = {call}",
        f"    except {_ERROR}:",
        "        return 401",
        *([] if empty else ["    print(event)"]),
        f"    return {_status(webhook)}",
    ]
    return "\n".join([*_imports(sdk, version, name.module), "", "", *lines]) + "\n"


def _imports(sdk: Sdk, version: Version, module: str) -> list[str]:
    runtime = [_ERROR] if sdk.webhooks else [_USUAL, _ERROR]
    standard = ["import os"] * (sdk.webhooks is None) + ["from collections.abc import Mapping", ""]
    if version.namespace:
        own = [f"from {sdk.package} import {', '.join(runtime)}"]
        return [*standard, *own, f"from {sdk.package}.{version.namespace} import {module}"]
    return [*standard, f"from {sdk.package} import {', '.join([*runtime, module])}"]


def _status(webhook: Webhook) -> str:
    """The first good answer that the API knows."""
    statuses = (each.status for each in webhook.operation.responses)
    return next((each for each in statuses if each.startswith("2") and each.isdigit()), "200")

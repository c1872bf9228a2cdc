"""Webhooks and callbacks: what a package that receives them shows to its users beside the rest of the runtime.

In: nothing. Out: public names, each loaded on first use. A package without webhooks carries none of these modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import attributes

if TYPE_CHECKING:
    from .webhook import SignedWebhook, UnknownWebhook, UrlSignedWebhook, Webhook
    from .webhook_delivery import UNVERIFIED, Delivery, Verifier
    from .webhook_errors import WebhookError, WebhookPayloadError, WebhookSetupError, WebhookVerificationError
    from .webhook_signatures import HUBSPOT_V3, STANDARD_WEBHOOKS, SignatureScheme

__all__ = [
    "HUBSPOT_V3",
    "STANDARD_WEBHOOKS",
    "UNVERIFIED",
    "Delivery",
    "SignatureScheme",
    "SignedWebhook",
    "UnknownWebhook",
    "UrlSignedWebhook",
    "Verifier",
    "Webhook",
    "WebhookError",
    "WebhookPayloadError",
    "WebhookSetupError",
    "WebhookVerificationError",
]

__getattr__, __dir__ = attributes(
    __name__,
    {
        ".webhook_delivery": ("UNVERIFIED", "Delivery", "Verifier"),
        ".webhook_errors": ("WebhookError", "WebhookPayloadError", "WebhookSetupError", "WebhookVerificationError"),
        ".webhook_signatures": ("HUBSPOT_V3", "STANDARD_WEBHOOKS", "SignatureScheme"),
        ".webhook": ("SignedWebhook", "UnknownWebhook", "UrlSignedWebhook", "Webhook"),
    },
)

"""Webhooks of four publishers, each verified in its own way. The signatures are OpenSSL's."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from typing import assert_never

import pytest
import webhooks_github
import webhooks_hubspot
import webhooks_stripe
from webhooks_standard import (
    Client as Client,  # noqa: PLC0414 - what calls are made with
    UnknownMember,
    UnknownWebhook,
    WebhookSetupError,
    WebhookVerificationError,
    models,
    webhooks,
)

SECRET = "whsec_YSBrZXkgb2Ygc29tZSBsZW5ndGg="
PAID = b'{"type":"order.paid","amount":5}'


def _signed(body: bytes) -> dict[str, str]:
    """The headers of a delivery that is sent now."""
    now = str(int(time.time()))
    digest = hmac.new(b"a key of some length", f"msg_1.{now}.".encode() + body, hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"Webhook-Id": "msg_1", "Webhook-Timestamp": now, "Webhook-Signature": signature}


def _amount_of(body: bytes, headers: dict[str, str]) -> int:
    """What a receiver does who takes every webhook at one address."""
    event = webhooks.parse(body, headers, secret=SECRET)
    match event:
        case models.Paid():
            return event.amount
        case models.Sent() | models.Returned():
            return 0
        case UnknownWebhook() | UnknownMember():
            return -1
        case _:
            assert_never(event)


def a_signed_payload_is_read() -> None:
    assert webhooks.order_paid.parse(PAID, _signed(PAID), secret=SECRET).amount == 5
    assert webhooks.order_paid.parse(PAID.decode(), _signed(PAID).items(), secret=["whsec_b2xk", SECRET]).amount == 5


def one_address_may_take_every_webhook() -> None:
    sent, returned, later = (b'{"type":"order.%s"}' % each for each in (b"sent", b"returned", b"later"))
    assert [_amount_of(body, _signed(body)) for body in (PAID, sent, returned, later)] == [5, 0, 0, -1]


def a_changed_payload_is_refused() -> None:
    with pytest.raises(WebhookVerificationError) as raised:
        webhooks.parse(PAID.replace(b"5", b"6"), _signed(PAID), secret=SECRET)
    assert raised.value.reason == "no matching signature"


def an_old_delivery_is_refused() -> None:
    # printf '%s' 'msg_1.1614265330.{"type":"order.paid","amount":5}' | openssl dgst -sha256 -mac HMAC …
    signature = "v1,ZbHJX2KRtcdRcFDmAJ3T2ihQ0iXsEsZl7xJgYg+K6sA="
    old = {"webhook-id": "msg_1", "webhook-timestamp": "1614265330", "webhook-signature": signature}
    with pytest.raises(WebhookVerificationError) as raised:
        webhooks.parse(PAID, old, secret=SECRET)
    assert raised.value.reason == "too old"


def without_a_secret_nothing_is_read() -> None:
    with pytest.raises(WebhookSetupError) as raised:
        webhooks.parse(PAID, _signed(PAID))
    assert "WEBHOOKS_STANDARD_WEBHOOK_SECRET" in str(raised.value)


def hubspot_signs_the_address_and_a_header_tells_the_events() -> None:
    now = str(int(time.time() * 1000))
    url, body = "https://example.com/hook?a=%2F", b'{"number":"7"}'
    text = f"POSThttps://example.com/hook?a=/{body.decode()}{now}"
    digest = hmac.new(b"secret", text.encode(), hashlib.sha256).digest()
    headers = {"X-HubSpot-Signature-v3": base64.b64encode(digest).decode(), "X-HubSpot-Request-Timestamp": now}
    event = webhooks_hubspot.webhooks.parse(body, {**headers, "X-Event": "sent"}, url=url, secret="secret")
    assert isinstance(event, webhooks_hubspot.models.Parcel)
    assert event.number == "7"


def github_signs_the_body_alone() -> None:
    # printf '%s' '{"ref":"refs/heads/main"}' | openssl dgst -sha256 -hmac "It's a Secret to Everybody"
    signature = "sha256=6a42699496d8c4fb346af1c930df527931a321e28ada69dbc5ee82f438517fd2"
    push = webhooks_github.webhooks.push.parse(
        '{"ref":"refs/heads/main"}', {"X-Hub-Signature-256": signature}, secret="It's a Secret to Everybody"
    )
    assert push.ref == "refs/heads/main"


def stripe_has_the_time_in_the_header_of_the_signature() -> None:
    now = str(int(time.time()))
    digest = hmac.new(b"whsec_x", f"{now}.".encode() + PAID, hashlib.sha256).hexdigest()
    headers = {"Stripe-Signature": f"t={now},v1={digest},v0=old"}
    assert webhooks_stripe.webhooks.order_paid.parse(PAID, headers, secret="whsec_x").amount == 5

"""What arrives at a receiver: proven first, by every way of signing, and then read. The signatures are by OpenSSL."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace

import pytest
from pydantic import Field

from runtime import DecodeWarning, NewerAnswerWarning, SDKError
from runtime.errors import ConfigurationError
from runtime.headers import Headers
from runtime.model import Model
from runtime.operation import Content
from runtime.webhook import Choice, SignedWebhook, UnknownWebhook, UrlSignedWebhook, Webhook
from runtime.webhook_delivery import UNVERIFIED, Delivery
from runtime.webhook_errors import (
    Reason,
    WebhookError,
    WebhookPayloadError,
    WebhookSetupError,
    WebhookVerificationError,
)
from runtime.webhook_signatures import HUBSPOT_V3, STANDARD_WEBHOOKS, Secret, SignatureScheme

SENT = 1614265330
STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
STANDARD_BODY = b'{"test": 2432232314}'
STANDARD = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}
GITHUB = SignatureScheme(header="X-Hub-Signature-256", prefix="sha256=")
STRIPE = SignatureScheme(
    header="Stripe-Signature", signed="{timestamp}.{body}", prefix="v1=", separator=",", timestamp_prefix="t="
)
SLACK = SignatureScheme(
    header="X-Slack-Signature",
    signed="v0:{timestamp}:{body}",
    prefix="v0=",
    timestamp_header="X-Slack-Request-Timestamp",
)
SHOPIFY = SignatureScheme(header="X-Shopify-Hmac-SHA256", encoding="base64")
HUBSPOT = {
    "X-HubSpot-Signature-v3": "uNgNvroqfzFwCkfKbLQ0q/uFLa6IQ0oSuyOvbsgYuQU=",
    "X-HubSpot-Request-Timestamp": "1614265330123",
}
STRIPE_SIGNATURE = "ee447033147bca9672d5337662bb1db76ce93b1b5e6b2abbdcdeb5d21b35fdbb"
SLACK_HEADERS = {
    "X-Slack-Signature": "v0=af20f4280ae8a242c8b86ff31bb3b78b22919d137c384584e67c7495c6e5d9de",
    "X-Slack-Request-Timestamp": "1531420618",
}


class Pet(Model):
    id: int
    name: str


class Order(Model):
    number: int
    tags: list[str] = Field(default_factory=list[str])


ANY_HEADERS = Headers([("Authorization", "x")])
JSON = (Content("application/json", "json", lambda: Pet),)
PET: Webhook[Pet] = Webhook(name="webhooks.new_pet", contents=JSON)
ANY: Webhook[object] = Webhook(name="webhooks.any", contents=(Content("application/json", "json"),))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time of day, which a test may set."""
    now = [float(SENT)]
    monkeypatch.setattr("time.time", lambda: now[0])
    return now


def verified(
    scheme: SignatureScheme, secret: Secret, body: bytes | str, headers: Mapping[str, str], url: str = ""
) -> object:
    return replace(ANY, contents=()).parse(body, headers, verify=scheme.verifier(secret), url=url)


def reason_of(scheme: SignatureScheme, secret: Secret, body: bytes | str, headers: Mapping[str, str]) -> Reason:
    with pytest.raises(WebhookVerificationError) as raised:
        verified(scheme, secret, body, headers)
    return raised.value.reason


# Good signatures


def test_standard_webhooks_agrees_with_the_published_vector() -> None:
    assert verified(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_BODY, STANDARD) is None
    assert verified(STANDARD_WEBHOOKS, STANDARD_SECRET.removeprefix("whsec_"), STANDARD_BODY.decode(), STANDARD) is None


def test_a_github_signature_agrees_with_the_published_vector() -> None:
    signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    secret = "It's a Secret to Everybody"
    assert verified(GITHUB, secret, "Hello, World!", {"x-hub-signature-256": signature}) is None
    assert (
        verified(GITHUB, secret, "Hello, World!", {"X-Hub-Signature-256": signature.upper().replace("SHA", "sha")})
        is None
    )


def test_a_timestamp_may_stand_in_the_signatures_own_header() -> None:
    header = f"t=1614265330,v1={'0' * 64},v1={STRIPE_SIGNATURE},v0=old"
    body = b'{"type":"order.paid","amount":5}'
    assert verified(STRIPE, "whsec_stripe", body, {"Stripe-Signature": header}) is None
    assert reason_of(STRIPE, "whsec_stripe", body, {"Stripe-Signature": f"v1={STRIPE_SIGNATURE}"}) == "malformed header"
    twice = f"t=1614265330,{header}"
    assert reason_of(STRIPE, "whsec_stripe", body, {"Stripe-Signature": twice}) == "malformed header"


def test_text_may_stand_between_what_is_signed(clock: list[float]) -> None:
    clock[0] = 1531420618
    assert verified(SLACK, "8f742231b10e8888abcd99yyyzzz85a5", "token=x&text=hi", SLACK_HEADERS) is None


def test_a_signature_may_be_base64_without_anything_before_it() -> None:
    signature = "nOzLxK2MCxG2A84fjfVf3P7RhbBeX2SPsJRXcaJ9tTk="
    assert verified(SHOPIFY, "shop", b'{"id":1}', {"X-Shopify-Hmac-SHA256": signature}) is None


def test_hubspot_signs_method_address_body_and_time_in_milliseconds() -> None:
    url = "https://www.example.com/hook?at=a%2Fb c"  # only listed signs are read as themselves
    assert verified(HUBSPOT_V3, "hs-secret", b'{"id":7}', HUBSPOT, url) is None
    kept = {**HUBSPOT, "X-HubSpot-Signature-v3": "/IkDR5KmGalTbywxnvSaMpcByE6E7dXQTjRCP7LthHI="}
    assert verified(HUBSPOT_V3, "hs-secret", b'{"id":7}', kept, "https://www.example.com/hook?at=a%2fb%20c") is None
    for wrong in ("https://www.example.com/hook", url.replace("%2F", "%2f%20")):
        with pytest.raises(WebhookVerificationError, match="no signature"):
            verified(HUBSPOT_V3, "hs-secret", b'{"id":7}', HUBSPOT, wrong)
    with pytest.raises(WebhookSetupError, match="give url="):
        verified(HUBSPOT_V3, "hs-secret", b'{"id":7}', HUBSPOT)


def test_the_method_is_that_of_the_webhook() -> None:
    other = replace(ANY, contents=(), method="PUT")
    with pytest.raises(WebhookVerificationError):
        other.parse(
            b'{"id":7}', HUBSPOT, verify=HUBSPOT_V3.verifier("hs-secret"), url="https://www.example.com/hook?at=a/b c"
        )


def test_one_of_several_secrets_and_one_of_several_signatures_is_enough() -> None:
    several = {**STANDARD, "webhook-signature": f"v1,{'A' * 43}= v1a,xyz {STANDARD['webhook-signature']}"}
    assert verified(STANDARD_WEBHOOKS, ["whsec_bmV3", STANDARD_SECRET], STANDARD_BODY, several) is None
    assert verified(STANDARD_WEBHOOKS, (b"old", STANDARD_SECRET), STANDARD_BODY, several) is None


def test_bytes_are_the_key_itself() -> None:
    key = bytes.fromhex("31f290f6bf06298aab4f08d43c3f082cf648a362da2da4b0")
    assert verified(STANDARD_WEBHOOKS, key, STANDARD_BODY, STANDARD) is None


# What is refused


def test_anything_that_was_changed_is_refused() -> None:
    def changed(**headers: str) -> Reason:
        return reason_of(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_BODY, {**STANDARD, **headers})

    assert reason_of(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_BODY + b" ", STANDARD) == "no matching signature"
    assert reason_of(STANDARD_WEBHOOKS, "whsec_b3RoZXI=", STANDARD_BODY, STANDARD) == "no matching signature"
    assert changed(**{"webhook-id": "msg_other"}) == "no matching signature"
    assert changed(**{"webhook-timestamp": "1614265331"}) == "no matching signature"
    assert changed(**{"webhook-signature": STANDARD["webhook-signature"][:-4]}) == "no matching signature"
    assert changed(**{"webhook-signature": "v1,"}) == "no matching signature"
    assert changed(**{"webhook-signature": "v1,é@"}) == "no matching signature"
    assert changed(**{"webhook-signature": STANDARD["webhook-signature"].replace("v1,", "v2,")}) == "malformed header"
    assert changed(**{"webhook-signature": STANDARD["webhook-signature"].removeprefix("v1,")}) == "malformed header"
    bare = f"v1,AAAA {STANDARD['webhook-signature'].removeprefix('v1,')}"
    assert changed(**{"webhook-signature": bare}) == "no matching signature"
    assert changed(**{"webhook-signature": " "}) == "malformed header"
    for timestamp in ("", "now", "1614265330.5", "-1", "1e9", "\uff11", "9" * 40):
        assert changed(**{"webhook-timestamp": timestamp}) == "malformed header"


@pytest.mark.parametrize("name", STANDARD)
def test_a_header_that_is_missing_is_named(name: str) -> None:
    headers = {key: value for key, value in STANDARD.items() if key != name}
    with pytest.raises(WebhookVerificationError, match=f"the header {name} is missing") as raised:
        verified(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_BODY, headers)
    assert raised.value.reason == "missing header"


def test_a_header_that_came_twice_is_not_guessed_at() -> None:
    pairs = [*STANDARD.items(), ("Webhook-Id", "msg_other")]
    with pytest.raises(WebhookVerificationError, match="came more than once"):
        ANY.parse(STANDARD_BODY, pairs, verify=STANDARD_WEBHOOKS.verifier(STANDARD_SECRET))


@pytest.mark.parametrize(("seconds", "reason"), [(300, ""), (301, "too old"), (-300, ""), (-301, "too new")])
def test_a_request_is_good_for_a_while(clock: list[float], seconds: int, reason: str) -> None:
    clock[0] = SENT + seconds
    if reason:
        assert reason_of(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_BODY, STANDARD) == reason
    else:
        assert verified(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_BODY, STANDARD) is None
    longer = replace(STANDARD_WEBHOOKS, tolerance=400)
    assert verified(longer, STANDARD_SECRET, STANDARD_BODY, STANDARD) is None


@pytest.mark.parametrize(
    "secret", ["", b"", [], ["good", ""], "whsec_", "whsec_a b", "whsec_c2Vj cmV0", "whsec_é", 7, None, ["x", 7], {}]
)
def test_a_secret_that_cannot_be_one_is_the_receivers_mistake(secret: Secret) -> None:
    with pytest.raises(WebhookSetupError, match="secret") as raised:
        STANDARD_WEBHOOKS.verifier(secret)
    assert "a b" not in str(raised.value)


def test_a_scheme_that_proves_nothing_cannot_be_made() -> None:
    with pytest.raises(WebhookSetupError, match="body"):
        SignatureScheme(header="X-Signature", signed="{timestamp}", timestamp_header="X-Time")
    with pytest.raises(WebhookSetupError, match="timestamp"):
        SignatureScheme(header="X-Signature", timestamp_header="X-Time")
    with pytest.raises(WebhookSetupError, match="timestamp"):
        SignatureScheme(header="X-Signature", signed="{timestamp}{body}")


def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_WEBHOOK_SECRET", STANDARD_SECRET)
    verifier = STANDARD_WEBHOOKS.verifier(STANDARD_SECRET)
    signed: SignedWebhook[object] = SignedWebhook(name="w", scheme=STANDARD_WEBHOOKS, variable="SHOP_WEBHOOK_SECRET")
    told = [repr(verifier), repr(signed), repr(Delivery(b"secret", ANY_HEADERS))]
    with pytest.raises(WebhookError) as raised:
        signed.parse(b"{}", STANDARD)
    told += [str(raised.value), repr(raised.value)]
    assert "keys" not in repr(verifier)
    assert [text for text in told if STANDARD_SECRET[6:] in text or "31f290f6" in text or "b'secret'" in text] == []


# Whose verifier


def test_without_a_scheme_every_call_says_how_it_is_verified() -> None:
    assert PET.parse(b'{"id": 1, "name": "Rex"}', {}, verify=UNVERIFIED) == Pet(id=1, name="Rex")
    assert repr(UNVERIFIED) == "UNVERIFIED"
    with pytest.raises(TypeError, match="verify"):
        PET.parse(b"{}", {})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    for wrong in (None, True, "secret"):
        with pytest.raises(WebhookSetupError, match="verify must be"):
            PET.parse(b"{}", {}, verify=wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("answer", [False, None, 1, "yes"])
def test_a_verifier_that_does_not_say_true_lets_nothing_in(answer: object) -> None:
    with pytest.raises(WebhookVerificationError, match="did not return True") as raised:
        PET.parse(b'{"id": 1, "name": "Rex"}', {}, verify=lambda _: answer)  # type: ignore[arg-type, return-value]  # pyright: ignore[reportArgumentType]
    assert raised.value.reason == "refused"


def test_a_verifier_sees_what_arrived_and_may_raise() -> None:
    seen: list[Delivery] = []

    def mine(delivery: Delivery) -> bool:
        seen.append(delivery)
        raise WebhookVerificationError("not from here", "refused")

    with pytest.raises(WebhookVerificationError, match="not from here"):
        PET.parse(bytearray(b"{}"), [(b"X-A", b"1"), ("X-A", "2")], verify=mine, url="https://x.test/a")
    [delivery] = seen
    assert (delivery.body, delivery.method, delivery.url) == (b"{}", "POST", "https://x.test/a")
    assert delivery.headers.get_list("x-a") == ["1", "2"]


def test_a_verifier_that_is_async_is_a_mistake() -> None:
    async def mine(_: Delivery) -> bool:
        return True

    with pytest.raises(WebhookSetupError, match="async"):
        PET.parse(b"{}", {}, verify=mine)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_the_secret_is_an_argument_or_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    signed: SignedWebhook[None] = SignedWebhook(name="w", scheme=STANDARD_WEBHOOKS, variable="SHOP_WEBHOOK_SECRET")
    monkeypatch.delenv("SHOP_WEBHOOK_SECRET", raising=False)
    with pytest.raises(WebhookSetupError, match="no secret: give secret=, or set SHOP_WEBHOOK_SECRET"):
        signed.parse(STANDARD_BODY, STANDARD)
    assert signed.parse(STANDARD_BODY, STANDARD, secret=STANDARD_SECRET) is None
    monkeypatch.setenv("SHOP_WEBHOOK_SECRET", STANDARD_SECRET)
    assert signed.parse(STANDARD_BODY, STANDARD) is None
    with pytest.raises(WebhookVerificationError):
        signed.parse(STANDARD_BODY, STANDARD, secret="whsec_b3RoZXI=")
    with pytest.raises(WebhookSetupError, match="empty"):
        signed.parse(STANDARD_BODY, STANDARD, secret="")
    assert signed.parse(b"anything", {}, verify=UNVERIFIED) is None
    with pytest.raises(WebhookSetupError, match="not both"):
        signed.parse(STANDARD_BODY, STANDARD, secret=STANDARD_SECRET, verify=UNVERIFIED)


def test_where_the_address_is_signed_it_must_be_given() -> None:
    signed: UrlSignedWebhook[None] = UrlSignedWebhook(name="w", scheme=HUBSPOT_V3, variable="X")
    url = "https://www.example.com/hook?at=a/b c"
    assert signed.parse(b'{"id":7}', HUBSPOT, url=url, secret="hs-secret") is None
    with pytest.raises(TypeError, match="url"):
        signed.parse(b'{"id":7}', HUBSPOT, secret="hs-secret")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


@pytest.mark.parametrize("body", [{"id": 1}, None, 7, ["x"]])
def test_a_body_that_is_parsed_already_is_the_receivers_mistake(body: bytes) -> None:
    with pytest.raises(WebhookSetupError, match="raw body"):
        PET.parse(body, {}, verify=UNVERIFIED)


@pytest.mark.parametrize("headers", [None, 7, ["x"], {"a": 1}, {1: "a"}, [("a", "b", "c")]])
def test_headers_that_are_none_are_the_receivers_mistake(headers: Mapping[str, str]) -> None:
    with pytest.raises(WebhookSetupError, match="header"):
        PET.parse(b"{}", headers, verify=UNVERIFIED)


# What is read


def test_nothing_is_read_before_it_is_verified() -> None:
    with pytest.raises(WebhookVerificationError):
        PET.parse(b"no json", {}, verify=GITHUB.verifier("x"))


def test_a_body_that_cannot_be_used_keeps_what_came() -> None:
    for body, headers, said in (
        (b"{", {}, "not JSON"),
        (b"", {}, "empty"),
        (b"<a/>", {"content-type": "text/xml"}, "came text/xml, the contract knows application/json"),
    ):
        with pytest.raises(WebhookPayloadError, match=said) as raised:
            PET.parse(body, headers, verify=UNVERIFIED)
        assert raised.value.content == body


def test_a_body_that_does_not_fit_is_kept_with_a_warning_or_refused() -> None:
    with pytest.warns(NewerAnswerWarning, match=r"webhooks\.new_pet: .* at age: unknown field"):
        pet = PET.parse(b'{"id": 1, "name": "Rex", "age": 2}', {}, verify=UNVERIFIED)
    assert pet.model_extra == {"age": 2}
    with pytest.warns(DecodeWarning, match="id: wrong value"):
        assert PET.parse(b'{"id": "x", "name": "Rex"}', {}, verify=UNVERIFIED).name == "Rex"
    with pytest.raises(WebhookPayloadError, match="id: wrong value") as raised:
        PET.parse(b'{"id": "x", "name": "Rex"}', {}, verify=UNVERIFIED, strict=True)
    assert [misfit.place for misfit in raised.value.misfits] == ["id"]


def test_each_kind_of_body_is_its_own_type() -> None:
    def read(kind: str, body: bytes, *, typed: bool = True) -> object:
        content = Content("x/y", kind, (lambda: Order) if typed else None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        return replace(ANY, contents=(content,)).parse(body, {"Content-Type": "X/Y; charset=utf-8"}, verify=UNVERIFIED)

    assert read("form", b"number=3&tags=a") == Order(number=3, tags=["a"])
    assert read("form", b"number=3&tags=a&tags=b%20c") == Order(number=3, tags=["a", "b c"])
    assert read("form", b"number=3&tags=a&tags=b", typed=False) == {"number": "3", "tags": ["a", "b"]}
    with pytest.warns(DecodeWarning, match="number"):
        assert read("form", b"number=x&tags=a") is not None
    assert read("text", "é".encode()) == "é"
    assert read("jsonlines", b'{"number": 1}\n\n{"number": 2}\n') == [Order(number=1), Order(number=2)]
    assert read("binary", b"\xff") == b"\xff"
    assert read("json", b"[1]", typed=False) == [1]


BY_BODY: SignedWebhook[object] = SignedWebhook(
    name="webhooks", choice=Choice("body", "type", (("pet", PET), ("note", replace(ANY, name="note"))))
)
BY_HEADER = replace(BY_BODY, choice=Choice("header", "x-event", (("pet", PET),)))


def test_the_payload_tells_which_webhook_it_is() -> None:
    def read(body: bytes) -> object:
        return BY_BODY.parse(body, {}, verify=UNVERIFIED)

    with pytest.warns(NewerAnswerWarning, match="new_pet"):
        assert isinstance(read(b'{"type": "pet", "id": 1, "name": "Rex"}'), Pet)
    assert read(b'{"type": "note"}') == {"type": "note"}
    assert read(b'{"type": "later", "a": 1}') == UnknownWebhook("later", {"type": "later", "a": 1})
    for strange in (b"{}", b"[]", b'{"type": 1}'):
        assert isinstance(unknown := read(strange), UnknownWebhook)
        assert unknown.mark == ""
    with pytest.raises(WebhookPayloadError, match="not JSON"):
        read(b"{")


def test_a_header_tells_which_webhook_it_is() -> None:
    def read(body: bytes, **headers: str) -> object:
        return BY_HEADER.parse(
            body, {name.replace("_", "-"): value for name, value in headers.items()}, verify=UNVERIFIED
        )

    assert read(b'{"id": 1, "name": "Rex"}', X_Event="pet") == Pet(id=1, name="Rex")
    assert read(b"[1]", X_Event="later") == UnknownWebhook("later", [1])
    assert read(b"[1]") == UnknownWebhook("", [1])


# The family


def test_errors_are_one_family_and_survive_copies() -> None:
    errors = (WebhookVerificationError("a", "too old"), WebhookSetupError("b"), WebhookPayloadError("c", b"raw"))
    for error in errors:
        assert isinstance(error, WebhookError)
        assert isinstance(error, SDKError)
        assert copy.copy(error) == error
    assert isinstance(errors[1], ConfigurationError)
    assert not isinstance(errors[1], WebhookVerificationError)

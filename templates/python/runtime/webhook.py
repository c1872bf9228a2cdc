"""Webhooks: what arrives, verified first and then read as its type.

In: literals in a package's modules `webhooks` and `callbacks`; then a body and headers. Out: the payload.

Three classes that differ in the arguments of `parse` alone, so that a type checker asks for what the API's signatures
need: `Webhook`, where nobody has said how they are made, wants a verifier in each call; `SignedWebhook` a secret;
`UrlSignedWebhook` the address too. None of them reads a payload that nobody has verified.

Why the model library is imported inside: naming a webhook must not load it.
"""

from __future__ import annotations

import inspect
import os
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, cast

from .operation import Content
from .webhook_delivery import Arrived, Delivery, HeaderFields, Verifier, delivery_of
from .webhook_errors import WebhookSetupError, WebhookVerificationError
from .webhook_signatures import Secret, SignatureScheme

__all__ = ["Choice", "SignedWebhook", "UnknownWebhook", "UrlSignedWebhook", "Webhook"]

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class UnknownWebhook:
    """A verified webhook that the contract does not know: the value that marks it, and its body as plain JSON."""

    mark: str
    payload: object


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Receiver(Generic[T_co]):
    """What the contract says of a request that the API sends; `answers` are the statuses that it knows in reply.

    `address` is a callback's own: a runtime expression about the call that registered it.
    """

    name: str
    method: str = "POST"
    contents: tuple[Content, ...] = ()
    answers: tuple[str, ...] = ()
    address: str = ""
    scheme: SignatureScheme | None = None
    variable: str = ""
    choice: Choice | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"

    def _parsed(self, delivery: Delivery, verify: Verifier, *, strict: bool) -> T_co:
        _check(verify, delivery)
        return cast("T_co", _payload(self, delivery, strict=strict))

    def _verifier(self, secret: Secret | None, verify: Verifier | None) -> Verifier:
        if verify is not None and secret is not None:
            raise WebhookSetupError(f"{self.name}: give secret= or verify=, not both")
        if verify is not None:
            return verify
        given = os.environ.get(self.variable) or None if secret is None else secret
        if given is None:
            raise WebhookSetupError(f"{self.name}: no secret: give secret=, or set {self.variable}")
        assert self.scheme is not None
        return self.scheme.verifier(given)


@dataclass(frozen=True, slots=True)
class Choice:
    """What tells webhooks apart, and which one each value means."""

    location: Literal["header", "body"]
    name: str
    marks: tuple[tuple[str, _Receiver[object]], ...]


class Webhook(_Receiver[T_co]):
    """A webhook that each call says how to verify."""

    __slots__ = ()

    def parse(
        self, body: Arrived, headers: HeaderFields, *, verify: Verifier, url: str = "", strict: bool = False
    ) -> T_co:
        """Verify what arrived, and read it.

        Args:
            body: The body exactly as it came.
            headers: All headers of the request.
            verify: Says whether the request comes from the API: `SignatureScheme(...).verifier(secret)`, a function of
                your own that returns `True` for a good `Delivery`, or `UNVERIFIED`.
            url: The whole address that the request was sent to, if the verifier looks at it.
            strict: Raise where the body does not fit the contract, instead of keeping what came and warning.
        """
        return self._parsed(delivery_of(body, headers, self.method, url), verify, strict=strict)


class SignedWebhook(_Receiver[T_co]):
    """A webhook with a signature over what was sent."""

    __slots__ = ()

    def parse(
        self,
        body: Arrived,
        headers: HeaderFields,
        *,
        secret: Secret | None = None,
        verify: Verifier | None = None,
        url: str = "",
        strict: bool = False,
    ) -> T_co:
        """Verify what arrived, and read it.

        Args:
            body: The body exactly as it came.
            headers: All headers of the request.
            secret: The secret of the signatures; several while one replaces another. Else that of the environment.
            verify: A verifier instead of the secret: a function that returns `True` for a good `Delivery`.
            url: The whole address that the request was sent to, if the verifier looks at it.
            strict: Raise where the body does not fit the contract, instead of keeping what came and warning.
        """
        delivery = delivery_of(body, headers, self.method, url)
        return self._parsed(delivery, self._verifier(secret, verify), strict=strict)


class UrlSignedWebhook(_Receiver[T_co]):
    """A webhook with a signature over what was sent and where to."""

    __slots__ = ()

    def parse(
        self,
        body: Arrived,
        headers: HeaderFields,
        *,
        url: str,
        secret: Secret | None = None,
        verify: Verifier | None = None,
        strict: bool = False,
    ) -> T_co:
        """Verify what arrived, and read it.

        Args:
            body: The body exactly as it came.
            headers: All headers of the request.
            url: The whole address that the request was sent to, as the sender knows it.
            secret: The secret of the signatures; several while one replaces another. Else that of the environment.
            verify: A verifier instead of the secret: a function that returns `True` for a good `Delivery`.
            strict: Raise where the body does not fit the contract, instead of keeping what came and warning.
        """
        delivery = delivery_of(body, headers, self.method, url)
        return self._parsed(delivery, self._verifier(secret, verify), strict=strict)


def _check(verify: object, delivery: Delivery) -> None:
    """Go on only after the verifier has said `True`."""
    if not callable(verify):
        raise WebhookSetupError(f"verify must be a verifier or UNVERIFIED, not {type(verify).__name__}")
    answer = verify(delivery)
    if inspect.iscoroutine(answer):
        answer.close()
        raise WebhookSetupError("verify must not be an async function: its answer is needed at once")
    if answer is not True:
        message = f"the verifier did not return True but {'False' if answer is False else type(answer).__name__}"
        raise WebhookVerificationError(message, "refused")


def _payload(receiver: _Receiver[object], delivery: Delivery, *, strict: bool) -> object:
    from .webhook_payload import json_of, payload_of  # noqa: PLC0415 - pulls in the model library

    choice = receiver.choice
    if choice is not None:
        plain = json_of(receiver.name, delivery.body) if choice.location == "body" else None
        mark = _mark(choice, delivery, plain)
        found = dict(choice.marks).get(mark)
        if found is None:
            return UnknownWebhook(mark, json_of(receiver.name, delivery.body) if plain is None else plain)
        receiver = found
    return payload_of(receiver.name, receiver.contents, delivery.body, delivery.headers, strict=strict)


def _mark(choice: Choice, delivery: Delivery, plain: object) -> str:
    """The value that tells which webhook this is; empty where there is none."""
    if choice.location == "header":
        return delivery.headers.get(choice.name, "")
    told = cast("dict[str, object]", plain).get(choice.name) if isinstance(plain, dict) else None
    return told if isinstance(told, str) else ""

"""A call from its arguments to its answer, as steps that wait for nothing by themselves.

In: a plan, arguments, options. Out: a generator of effects; its result is the answer to decode. It tells the whole
story of a call in order: build, credentials, send, renew a rejected token, follow a redirect, retry.

Why a 401 may repeat a POST although retries never do: the server refused it unread, for its token.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from .arguments import Arguments
from .authorize import Proof, proof
from .build import Draft, draft, seal
from .effects import Ask, Effect, RawAnswer, Send, Sleep
from .log import log_retry, log_try
from .options import RequestOptions, Timeout, timeout_of
from .plan import Plan
from .redirect import redirected
from .request import Request
from .retry import wait_before_retry
from .transport_errors import TransportError

__all__ = ["Outcome", "Steps", "exchange", "request_only"]

Steps: TypeAlias = Generator[Effect, object, "Outcome"]
_MOST_HOPS = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last answer, the request that it answers, and how many retries it took."""

    request: Request
    raw: RawAnswer
    retries: int


@dataclass(frozen=True, slots=True)
class _Call:
    plan: Plan
    draft: Draft
    timeout: Timeout
    retries: int
    live: bool


def exchange(plan: Plan, arguments: Arguments, options: RequestOptions, *, live: bool = False) -> Steps:
    """The steps of one call; `live` leaves the body of a good answer unread."""
    call = _call(plan, arguments, options, live=live)
    tokens = yield from _tokens(call, {})
    request, raw = yield from _authorized(call, tokens)
    retries = 0
    while (wait := _wait(call, request, raw, retries)) is not None:
        retries += 1
        log_retry(plan, raw, wait, retries)
        yield Sleep(wait)
        raw = yield from _try(call, request, retries)
    if isinstance(raw, TransportError):
        raise raw.with_traceback(None)  # how it came through the steps tells users nothing
    return Outcome(request, raw, retries)


def request_only(plan: Plan, arguments: Arguments, options: RequestOptions) -> Generator[Effect, object, Request]:
    """The steps up to the request, which is not sent; a token may have to be fetched for it."""
    call = _call(plan, arguments, options, live=False)
    tokens = yield from _tokens(call, {})
    return _sealed(call, tokens)


def _call(plan: Plan, arguments: Arguments, options: RequestOptions, *, live: bool) -> _Call:
    sketch = draft(plan, arguments, options)
    timeout = timeout_of(options["timeout"]) if "timeout" in options else plan.settings.timeout
    return _Call(plan, sketch, timeout, options.get("max_retries", plan.settings.max_retries), live)


def _authorized(
    call: _Call, tokens: Mapping[str, str]
) -> Generator[Effect, object, tuple[Request, RawAnswer | TransportError]]:
    """The first try, once more with new tokens when a token is rejected."""
    request = _sealed(call, tokens)
    raw = yield from _try(call, request, 0)
    if tokens and isinstance(raw, RawAnswer) and raw.status == 401 and request.repeatable:
        renewed = yield from _tokens(call, tokens)
        if renewed != tokens:
            request = _sealed(call, renewed)
            raw = yield from _try(call, request, 0)
    return request, raw


def _tokens(call: _Call, rejected: Mapping[str, str]) -> Generator[Effect, object, dict[str, str]]:
    found: dict[str, str] = {}
    for scheme, source in call.plan.sources:
        assert not isinstance(source, str | tuple)
        token = yield Ask(source, scheme, call.timeout, rejected.get(scheme.name))
        assert isinstance(token, str)
        found[scheme.name] = token
    return found


def _sealed(call: _Call, tokens: Mapping[str, str]) -> Request:
    if not tokens:
        return seal(call.draft, call.plan.proofs)
    fetched: list[Proof] = [proof(scheme, tokens[scheme.name]) for scheme, _ in call.plan.sources]
    return seal(call.draft, (*call.plan.proofs, *fetched))


def _try(call: _Call, request: Request, retries: int) -> Generator[Effect, object, RawAnswer | TransportError]:
    """One try, redirects included; a fault of the way is a result here, for it may be retried."""
    began = time.perf_counter()
    answer = yield from _send(call, request)
    for _ in range(_MOST_HOPS):
        if (
            not isinstance(answer, RawAnswer)
            or not 300 <= answer.status < 400
            or (call.plan.answers.good is None and call.plan.answers.find(answer.status) is not None)
        ):
            break
        following = redirected(request, answer)
        if following is None:
            break
        request = following
        answer = yield from _send(call, request)
    log_try(call.plan, answer, time.perf_counter() - began, retries)
    return answer


def _send(call: _Call, request: Request) -> Generator[Effect, object, RawAnswer | TransportError]:
    try:
        answer = yield Send(request, call.timeout, call.live)
    except TransportError as fault:
        fault.operation, fault.method, fault.url = call.plan.operation.name, request.method, request.shown_url
        return fault
    assert isinstance(answer, RawAnswer)
    return answer


def _wait(call: _Call, request: Request, outcome: RawAnswer | TransportError, retries: int) -> float | None:
    if retries >= call.retries or not call.plan.repeats or not request.repeatable:
        return None
    return wait_before_retry(outcome, retries, call.plan.settings.random)

"""Answers given in order, and the requests that asked for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Final, Protocol, cast

import httpx2
from clinic import AsyncClinic, Clinic

from runtime import Timeout, TokenSource

CAT: Final = {"id": "1", "kind": "CAT", "bornAt": "2026-01-02T03:04:05Z", "weight": 4.5}
PAGE: Final = {"results": [CAT]}


@dataclass
class Script:
    """Plays the server: each answer once, the last one for ever."""

    answers: list[httpx2.Response | Exception]
    seen: list[httpx2.Request] = field(default_factory=list[httpx2.Request])
    slept: list[float] = field(default_factory=list[float])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.seen.append(request)
        answer = self.answers[min(len(self.seen), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        # A response can be read once, so each try gets its own.
        return httpx2.Response(answer.status_code, headers=answer.headers, content=answer.content)

    @property
    def last(self) -> httpx2.Request:
        return self.seen[-1]

    def body(self) -> object:
        return cast("object", json.loads(self.last.content))


def script(*answers: httpx2.Response | Exception | object) -> Script:
    """A script of responses, faults, and plain values that are answered as JSON."""
    made = [answer if isinstance(answer, httpx2.Response | Exception) else ok(answer) for answer in answers]
    return Script(made or [ok(CAT)])


def ok(value: object, status: int = 200, **headers: str) -> httpx2.Response:
    """A JSON answer."""
    fields = {name.replace("_", "-"): text for name, text in headers.items()}
    return httpx2.Response(status, json=value, headers=fields)


class Player(Protocol):
    """Plays the server, and notes what came in."""

    seen: list[httpx2.Request]
    slept: list[float]

    def __call__(self, request: httpx2.Request, /) -> httpx2.Response: ...


def clinic(
    played: Player,
    *,
    access_token: str | TokenSource | None = "tok",
    private_app: str | None = None,
    hapikey: str | None = None,
    login: tuple[str, str] | None = None,
    sid: str | None = None,
    timeout: float | Timeout | None = 1.0,
    max_retries: int = 2,
    strict: bool = False,
    granted_scopes: Collection[str] | None = None,
    random: Callable[[], float] = lambda: 1.0,
) -> Clinic:
    """A client on a script, whose pauses are noted and not slept."""
    client = Clinic(
        access_token=access_token,
        private_app=private_app,
        hapikey=hapikey,
        login=login,
        sid=sid,
        timeout=timeout,
        max_retries=max_retries,
        http_client=httpx2.Client(transport=httpx2.MockTransport(played)),
        strict=strict,
        granted_scopes=granted_scopes,
    )
    client._settings = replace(client._settings, sleep=played.slept.append, random=random)  # pyright: ignore[reportPrivateUsage]
    return client


def async_clinic(
    played: Player, *, access_token: str | TokenSource | None = "tok", max_retries: int = 2
) -> AsyncClinic:
    """The same for the asynchronous client."""
    client = AsyncClinic(
        access_token=access_token,
        max_retries=max_retries,
        http_client=httpx2.AsyncClient(transport=httpx2.MockTransport(played)),
    )
    client._settings = replace(client._settings, sleep=played.slept.append, random=lambda: 1.0)  # pyright: ignore[reportPrivateUsage]
    return client

"""Tokens that the client fetches: cached, renewed, one at a time."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs

import anyio
import anyio.lowlevel
import httpx2
import pytest
from clinic import Clinic
from scripted import PAGE, async_clinic, clinic, ok

from runtime import AuthenticationError, ClientCredentials, ConfigurationError, RefreshToken, TokenError
from runtime.tokens import Token


class Issuer:
    """A token endpoint and an API that takes only the newest token."""

    def __init__(self, expires_in: float | None = 3600, delay: float = 0.0) -> None:
        self.issued = 0
        self.forms: list[dict[str, list[str]]] = []
        self.auth: list[str | None] = []
        self.used: list[str] = []
        self.revoked: set[str] = set()
        self.seen: list[httpx2.Request] = []
        self.slept: list[float] = []
        self._expires_in = expires_in
        self._delay = delay

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.path != "/token":
            self.used.append(request.headers["authorization"].removeprefix("Bearer "))
            return ok(PAGE) if self.used[-1] not in self.revoked else ok({}, 401)
        time.sleep(self._delay)
        self.forms.append(parse_qs(request.content.decode()))
        self.auth.append(request.headers.get("authorization"))
        self.issued += 1
        lifetime = {} if self._expires_in is None else {"expires_in": self._expires_in}
        return ok({"access_token": f"t{self.issued}", "refresh_token": f"r{self.issued}", **lifetime})


def _client(issuer: Issuer, source: object) -> Clinic:
    return clinic(issuer, access_token=source)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_client_credentials_fetch_one_token_and_keep_it() -> None:
    issuer = Issuer()
    client = _client(issuer, ClientCredentials("id", "s:ecret", scopes=("a", "b")))
    client.pets.list()
    client.pets.list()
    assert (issuer.used, issuer.forms) == (["t1", "t1"], [{"grant_type": ["client_credentials"], "scope": ["a b"]}])
    assert issuer.auth == ["Basic aWQ6cyUzQWVjcmV0"]


def test_the_client_may_identify_itself_in_the_body() -> None:
    issuer = Issuer()
    _client(issuer, ClientCredentials("id", "secret", client_auth="body")).pets.list()
    assert issuer.auth == [None]
    assert issuer.forms == [{"grant_type": ["client_credentials"], "client_id": ["id"], "client_secret": ["secret"]}]


def test_an_expired_token_is_renewed_a_little_early(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    issuer = Issuer(expires_in=3600)
    client = _client(issuer, ClientCredentials("id", "secret"))
    for now in (1000.0, 1000 + 3569, 1000 + 3571):  # noqa: B007 - read by the clock above
        client.pets.list()
    assert issuer.used == ["t1", "t1", "t2"]


def test_a_refresh_token_that_the_server_changes_is_used_next_and_told() -> None:
    issuer, told = Issuer(expires_in=0), list[Token]()
    client = _client(issuer, RefreshToken("r0", "id", "secret", on_token=told.append))
    client.pets.list()
    client.pets.list()
    assert [form["refresh_token"] for form in issuer.forms] == [["r0"], ["r1"]]
    assert [token.refresh_token for token in told] == ["r1", "r2"]


def test_a_rejected_token_is_renewed_once_and_the_call_repeated() -> None:
    issuer = Issuer()
    client = _client(issuer, ClientCredentials("id", "secret"))
    client.pets.list()
    issuer.revoked = {"t1"}
    client.pets.list()
    assert issuer.used == ["t1", "t1", "t2"]
    issuer.revoked = {"t2", "t3"}
    with pytest.raises(AuthenticationError):
        client.pets.list()
    assert issuer.used[3:] == ["t2", "t3"]


def test_a_given_token_that_is_rejected_is_not_tried_again() -> None:
    issuer = Issuer()
    issuer.revoked = {"fixed"}
    with pytest.raises(AuthenticationError):
        _client(issuer, "fixed").pets.list()
    assert issuer.used == ["fixed"]


def test_many_threads_fetch_one_token() -> None:
    issuer = Issuer(delay=0.05)
    client = _client(issuer, ClientCredentials("id", "secret"))
    start = threading.Barrier(8)

    def call(_: int) -> None:
        start.wait()
        client.pets.list()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(call, range(8)))
    assert (issuer.issued, len(issuer.used)) == (1, 8)


def test_many_tasks_fetch_one_token() -> None:
    class Slow(Issuer):
        async def answer(self, request: httpx2.Request) -> httpx2.Response:
            await anyio.sleep(0.01)
            return self(request)

    issuer = Slow()

    async def run() -> None:
        http_client = httpx2.AsyncClient(transport=httpx2.MockTransport(issuer.answer))
        source = ClientCredentials("id", "secret")
        client = async_clinic(issuer, access_token=source)
        client._shared.http_client = http_client  # pyright: ignore[reportPrivateUsage]
        async with anyio.create_task_group() as tasks:
            for _ in range(8):
                tasks.start_soon(client.pets.list)

    anyio.run(run)
    assert (issuer.issued, len(issuer.used)) == (1, 8)


def test_a_function_is_a_source_of_tokens() -> None:
    issuer = Issuer()
    tokens = iter(["a", "b", "c"])
    issuer.revoked = {"b"}
    client = _client(issuer, lambda: next(tokens))
    client.pets.list()
    client.pets.list()
    assert issuer.used == ["a", "b", "c"]


def test_a_coroutine_function_is_a_source_of_tokens_for_the_asynchronous_client() -> None:
    issuer = Issuer()

    async def token() -> str:
        await anyio.lowlevel.checkpoint()
        return "mine"

    async def run() -> None:
        await async_clinic(issuer, access_token=token).pets.list()

    anyio.run(run)
    assert issuer.used == ["mine"]
    with pytest.raises(ConfigurationError, match="AsyncClient"):
        _client(issuer, token).pets.list()


@pytest.mark.parametrize("token", ["sekret\n", " sekret", "sek\rret", "sekrét"])
def test_a_fetched_token_that_no_header_can_carry_is_refused_and_not_shown(token: str) -> None:
    issuer = Issuer()
    with pytest.raises(ConfigurationError, match="access_token has a line break") as caught:
        _client(issuer, lambda: token).pets.list()
    assert (issuer.seen, "sek" in str(caught.value)) == ([], False)
    if token.isprintable() and token == token.strip():
        with pytest.raises(ConfigurationError, match="no ASCII"):
            _client(issuer, token).pets.list()


def test_a_refused_token_request_says_why_and_holds_no_secret() -> None:
    class Refusing(Issuer):
        def __call__(self, request: httpx2.Request) -> httpx2.Response:
            return ok({"error": "invalid_client", "error_description": "unknown"}, 400)

    source = ClientCredentials("id", "sekret")
    with pytest.raises(
        TokenError, match=r"access_token: the token endpoint answered 400 .*: invalid_client: unknown"
    ) as e:
        _client(Refusing(), source).pets.list()
    assert "sekret" not in str(e.value) + repr(source)


def test_a_token_does_not_print_itself() -> None:
    assert repr(Token("sekret", 1.0, "refresh")) == "Token(expires_at=1.0)"

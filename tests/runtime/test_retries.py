"""When a call is tried again, when never, and how long it waits and may take."""

from __future__ import annotations

import time
import traceback
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import anyio
import clinic_models as models
import httpx2
import pytest
from clinic import Clinic
from local_server import Handler, LocalServer
from scripted import PAGE, async_clinic, clinic, ok, script

from runtime import (
    ConnectError,
    ConnectTimeoutError,
    ExchangeTimeoutError,
    RateLimitError,
    ReadError,
    ServerError,
    StatusError,
    Timeout,
    TransportError,
)

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
BUSY = ok({}, 429)


def test_a_get_is_repeated_after_429_with_growing_pauses() -> None:
    played = script(BUSY, BUSY, BUSY, PAGE)
    assert clinic(played, max_retries=3).pets.list().results[0].id == "1"
    assert (len(played.seen), played.slept) == (4, [0.5, 1.0, 2.0])


def test_pauses_spread_and_are_capped() -> None:
    played = script(BUSY)
    with pytest.raises(RateLimitError):
        clinic(played, max_retries=7, random=lambda: 0.0).pets.list()
    assert played.slept == [0.25, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0]


@pytest.mark.parametrize(("asked", "waited"), [("7", 7.0), ("0", 0.0), ("1.5", 1.5), ("60", 60.0), ("soon", 0.5)])
def test_retry_after_in_seconds_is_honoured_up_to_a_minute(asked: str, waited: float) -> None:
    played = script(ok({}, 503, Retry_After=asked), PAGE)
    clinic(played).pets.list()
    assert played.slept == [waited]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_for_more_than_a_minute_is_not_asked_in_vain(status: int) -> None:
    played = script(ok({}, status, Retry_After="61"), PAGE)
    with pytest.raises(StatusError) as caught:
        clinic(played).pets.list()
    assert (len(played.seen), played.slept, caught.value.retry_after) == (1, [], 61.0)


def test_an_error_says_how_long_the_server_asks_to_wait() -> None:
    dates = {"Date": "Thu, 01 Jan 2026 00:00:00 GMT", "Retry_After": "Thu, 01 Jan 2026 00:00:07 GMT"}
    for answer, asked in (
        (ok({}, 429, Retry_After="7"), 7.0),
        (ok({}, 400, **dates), 7.0),
        (ok({}, 429, Retry_After="Thu, 01 Jan 2026 00:00:07 GMT"), 0.0),
        (ok({}, 429, Retry_After="soon"), None),
        (BUSY, None),
    ):
        with pytest.raises(StatusError) as caught:
            clinic(script(answer), max_retries=0).pets.list()
        assert caught.value.retry_after == asked


def test_retry_after_as_a_date_is_honoured() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    played = script(ok({}, 429, Retry_After=at), PAGE)
    clinic(played).pets.list()
    assert 27 < played.slept[0] <= 30


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_these_statuses_are_repeated(status: int) -> None:
    played = script(ok({}, status), PAGE)
    clinic(played).pets.list()
    assert len(played.seen) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422])
def test_these_statuses_are_not(status: int) -> None:
    played = script(ok({}, status), PAGE)
    with pytest.raises(Exception, match=str(status)):
        clinic(played).pets.list()
    assert len(played.seen) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (httpx2.ConnectError("x"), ConnectError),
        (httpx2.ConnectTimeout("x"), ConnectTimeoutError),
        (httpx2.ReadTimeout("x"), ExchangeTimeoutError),
        (httpx2.ReadError("x"), ReadError),
        (httpx2.RemoteProtocolError("x"), ReadError),
    ],
)
def test_faults_of_the_way_are_repeated_and_then_told(fault: Exception, kind: type[TransportError]) -> None:
    played = script(fault, fault, PAGE)
    clinic(played).pets.list()
    assert len(played.seen) == 3
    played = script(fault)
    with pytest.raises(kind, match=r"^pets\.list: .* clinic\.test.*: x$") as caught:
        clinic(played).pets.list(after="sekret")
    assert len(played.seen) == 3
    assert (caught.value.operation, caught.value.method, caught.value.url) == (
        "pets.list",
        "GET",
        "https://clinic.test/api/pets?after=sekret",
    )
    assert "sekret" not in str(caught.value)
    told = "".join(traceback.format_exception(caught.value))
    assert told.count("Traceback") == 1
    assert "transport.py" not in told


def test_retries_are_counted_per_client_and_per_call() -> None:
    played = script(BUSY)
    client = clinic(played, max_retries=1)
    for options, tries in (({}, 2), ({"max_retries": 0}, 1), ({"max_retries": 3}, 4)):
        played.seen.clear()
        with pytest.raises(RateLimitError):
            client.pets.list(**options)  # type: ignore[arg-type]
        assert len(played.seen) == tries


def test_a_response_says_how_many_retries_it_took() -> None:
    client = clinic(script(BUSY, PAGE))
    assert client.raw_response(client.pets.list).retries == 1


@pytest.mark.parametrize("answer", [ok({}, 500), ok({}, 429), httpx2.ConnectError("x"), httpx2.ReadTimeout("x")])
def test_a_post_is_sent_once(answer: httpx2.Response | Exception) -> None:
    played = script(answer)
    with pytest.raises((ServerError, RateLimitError, TransportError)):
        clinic(played).pets.create(name="a", birth_time=WHEN)
    with pytest.raises((ServerError, RateLimitError, TransportError)):
        clinic(played).pets.update("1", weight=1)
    assert [request.method for request in played.seen] == ["POST", "PATCH"]


def test_a_post_with_an_idempotency_key_is_repeated_with_the_same_key() -> None:
    played = script(ok({}, 500), {}, {})
    pets = clinic(played).pets
    pets.pay({"a": 1})
    pets.pay({"a": 1})
    keys = [request.headers["idempotency-key"] for request in played.seen]
    assert len(keys) == 3
    assert keys[0] == keys[1] != keys[2]


def test_the_callers_own_idempotency_key_is_kept() -> None:
    played = script({})
    clinic(played).pets.pay({}, extra_headers={"idempotency-key": "mine"})
    assert played.last.headers["idempotency-key"] == "mine"


def test_a_body_that_can_be_read_once_is_not_repeated() -> None:
    played = script(ok({}, 500))
    with pytest.raises(ServerError):
        clinic(played).pets.upload(iter([b"a"]))
    assert len(played.seen) == 1


def test_a_post_that_times_out_on_a_real_network_is_sent_once(server: LocalServer) -> None:
    server.answer = lambda _handler: time.sleep(0.5)
    with Clinic(access_token="t", base_url=server.url) as client, pytest.raises(ExchangeTimeoutError):
        client.pets.create(name="a", birth_time=WHEN, timeout=0.1)
    assert [method for method, _, _ in server.seen] == ["POST"]


def test_a_get_survives_a_dropped_connection(server: LocalServer) -> None:
    def answer(handler: Handler) -> None:
        handler.hang_up() if len(server.seen) == 1 else handler.reply(b'{"results": []}')

    server.answer = answer
    with Clinic(access_token="t", base_url=server.url) as client:
        assert client.pets.list() == models.PetPage(results=[])
    assert len(server.seen) == 2


def test_no_connection_is_a_connect_error_that_names_the_host() -> None:
    client = Clinic(access_token="t", base_url="http://127.0.0.1:9/sekret", max_retries=0)
    with client, pytest.raises(ConnectError, match=r"^pets\.list: no connection to 127\.0\.0\.1:9: .* refused"):
        client.pets.list()


def test_a_host_is_named_without_what_stands_around_it() -> None:
    played = script(
        httpx2.Response(302, headers={"Location": "https://me:pw@files.test:81?sig=1"}), httpx2.ReadError("")
    )
    with pytest.raises(ReadError, match=r"^pets\.list: the connection to files\.test:81 broke$"):
        clinic(played, max_retries=0).pets.list()


def test_timeouts_have_a_sane_default_and_are_set_per_client_and_per_call() -> None:
    played = script(PAGE)
    http_client = httpx2.Client(transport=httpx2.MockTransport(played))
    Clinic(access_token="t", http_client=http_client).pets.list()
    client = Clinic(access_token="t", http_client=http_client, timeout=Timeout(1, 2, 3, 4))
    client.pets.list()
    client.pets.list(timeout=9)
    client.pets.list(timeout=None)
    client.with_options(timeout=8).pets.list()
    assert [tuple(request.extensions["timeout"].values()) for request in played.seen] == [
        (5.0, 60.0, 60.0, 60.0),
        (1, 2, 3, 4),
        (9, 9, 9, 9),
        (None, None, None, None),
        (8, 8, 8, 8),
    ]


def test_the_asynchronous_client_retries_by_the_same_rules() -> None:
    async def run() -> None:
        played = script(BUSY, httpx2.ReadError("x"), PAGE)
        page = await async_clinic(played).pets.list()
        assert (page.results[0].id, played.slept) == ("1", [0.5, 1.0])
        played = script(ok({}, 500))
        with pytest.raises(ServerError):
            await async_clinic(played).pets.create(name="a", birth_time=WHEN)
        assert len(played.seen) == 1

    anyio.run(run)

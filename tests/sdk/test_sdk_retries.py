"""What is sent again, how often and after how long; and what never is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hubspot_meetings import (
    AsyncClient,
    Client,
    ConnectError,
    ExchangeTimeoutError,
    RateLimitError,
    ReadError,
    ServerError,
    Timeout,
    TransportError,
    v3,
)
from tests.sdk.meetings_server import Answer, Drop, LocalServer, Reply, Stall, reply_json
from tests.sdk.meetings_world import BOOKING, TOKEN, page_of

GOOD = reply_json(page_of("1"))
BUSY = reply_json({"message": "busy"}, 503)


@pytest.fixture
def client(server: LocalServer) -> Iterator[Client]:
    with Client(access_token=TOKEN, base_url=server.url) as made:
        yield made


@pytest.mark.parametrize(
    "fault",
    [reply_json({}, 429), reply_json({}, 408), reply_json({}, 500), BUSY, Drop()],
    ids=["429", "408", "500", "503", "dropped"],
)
def test_a_get_is_sent_again_with_growing_pauses(
    server: LocalServer, client: Client, waits: list[float], fault: Answer
) -> None:
    server.answer(fault, fault, GOOD)
    assert client.scheduler.meetings.meeting_links.list().results[0].id == "1"
    assert len(server.received) == 3
    assert 0.25 <= waits[0] <= 0.5 <= waits[1] <= 1
    assert [received.target for received in server.received] == [server.received[0].target] * 3


def test_an_asynchronous_get_is_sent_again_too(server: LocalServer, waits: list[float]) -> None:
    server.answer(BUSY, Drop(), GOOD)

    async def main() -> str:
        async with AsyncClient(access_token=TOKEN, base_url=server.url) as client:
            return (await client.scheduler.meetings.meeting_links.list()).results[0].id

    assert asyncio.run(main()) == "1"
    assert (len(server.received), len(waits)) == (3, 2)


@pytest.mark.parametrize(("asked", "waited"), [("7", 7.0), ("0", 0.0), ("60", 60.0)])
def test_retry_after_is_honoured_up_to_a_minute(
    server: LocalServer, client: Client, waits: list[float], asked: str, waited: float
) -> None:
    server.answer(reply_json({}, 429, retry_after=asked), GOOD)
    client.scheduler.meetings.meeting_links.list()
    assert waits == [waited]


def test_a_server_that_asks_for_a_day_is_not_waited_for(
    server: LocalServer, client: Client, waits: list[float]
) -> None:
    server.answer(reply_json({}, 429, retry_after="86400"))
    with pytest.raises(RateLimitError) as caught:
        client.scheduler.meetings.meeting_links.list()
    assert (caught.value.retry_after, len(server.received), waits) == (86400.0, 1, [])


def test_retry_after_may_be_a_date(server: LocalServer, client: Client, waits: list[float]) -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    server.answer(reply_json({}, 429, retry_after=at), GOOD)
    client.scheduler.meetings.meeting_links.list()
    assert 10 < waits[0] <= 20


def test_a_get_gives_up_after_two_retries(server: LocalServer, client: Client, waits: list[float]) -> None:
    server.answer(reply_json({"message": "slow down"}, 429))
    with pytest.raises(RateLimitError, match="slow down"):
        client.scheduler.meetings.meeting_links.list()
    assert (len(server.received), len(waits)) == (3, 2)


def test_a_call_may_set_its_own_number_of_retries(server: LocalServer, client: Client, waits: list[float]) -> None:
    server.answer(BUSY)
    with pytest.raises(ServerError):
        client.scheduler.meetings.meeting_links.list(max_retries=0)
    assert (len(server.received), waits) == (1, [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422])
def test_a_refusal_is_not_repeated(server: LocalServer, client: Client, waits: list[float], status: int) -> None:
    server.answer(Reply(b'{"message": "no"}', status))
    with pytest.raises(Exception, match="no"):
        client.scheduler.meetings.meeting_links.list()
    assert (len(server.received), waits) == (1, [])


@pytest.mark.parametrize(
    ("answer", "error"),
    [(reply_json({}, 500), ServerError), (BUSY, ServerError), (reply_json({}, 429, retry_after="1"), RateLimitError),
     (Drop(), ReadError), (Stall(), ExchangeTimeoutError)],
    ids=["500", "503", "429", "dropped", "timeout"],
)  # fmt: skip
def test_a_booking_is_sent_exactly_once_whatever_comes_back(
    server: LocalServer, client: Client, waits: list[float], answer: Answer, error: type[Exception]
) -> None:
    server.answer(answer)
    with pytest.raises(error):
        client.scheduler.meetings.meeting_links.book(**BOOKING, timeout=0.3)
    assert ([received.method for received in server.received], waits) == (["POST"], [])


def test_an_asynchronous_booking_is_sent_exactly_once(server: LocalServer, waits: list[float]) -> None:
    server.answer(BUSY)

    async def main() -> None:
        async with AsyncClient(access_token=TOKEN, base_url=server.url) as client:
            await client.scheduler.meetings.meeting_links.book(**BOOKING)

    with pytest.raises(ServerError):
        asyncio.run(main())
    assert (len(server.received), waits) == (1, [])


def test_a_patch_is_sent_exactly_once(server: LocalServer, waits: list[float]) -> None:
    server.answer(BUSY)
    with v3.Client(access_token=TOKEN, base_url=server.url) as client, pytest.raises(ServerError):
        client.scheduler.meetings.meeting_links.update("ada", payment_link_id="1")
    assert (len(server.received), waits) == (1, [])


def test_a_server_that_is_not_there_is_tried_three_times(waits: list[float]) -> None:
    with Client(access_token=TOKEN, base_url="http://127.0.0.1:9") as client, pytest.raises(ConnectError) as caught:
        client.scheduler.meetings.meeting_links.list()
    assert len(waits) == 2
    assert isinstance(caught.value, TransportError)
    assert caught.value.operation == "scheduler.meetings.meeting_links.list"


def test_a_timeout_of_the_client_ends_a_call(server: LocalServer, waits: list[float]) -> None:
    server.answer(Stall())
    with (
        Client(access_token=TOKEN, base_url=server.url, timeout=Timeout(read=0.1), max_retries=1) as client,
        pytest.raises(ExchangeTimeoutError),
    ):
        client.scheduler.meetings.meeting_links.list()
    assert (len(server.received), len(waits)) == (2, 1)


def test_the_default_timeout_is_finite() -> None:
    assert None not in (Timeout().connect, Timeout().read, Timeout().write, Timeout().pool)

"""Text that is more than text: it has a type of Python's where it goes back as it came."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from schemas_formats import AsyncClient, Client, InvalidRequestError, models

from calls_server import Server

SPELLINGS = [
    "2026-09-01T09:30:00Z",
    "2026-09-01T09:30:00.5Z",
    "2026-09-01T09:30:00.120Z",
    "2026-09-01T09:30:00.123456789Z",
    "2026-09-01T09:30:00+00:00",
    "2026-09-01T09:30:00-00:00",
    "2026-09-01T15:00:00.000+05:30",
    "2026-09-01t09:30:00z",
    "2026-09-01 09:30:00Z",
]
EVERYTHING: dict[str, object] = {
    "id": "0B5DC19C-8B2F-4A4B-9A3A-1B2C3D4E5F60",
    "at": "2026-09-01T09:30:00.120Z",
    "day": "2026-02-28",
    "instants": SPELLINGS,
    "by": {"ada": "2026-09-01T11:30:00+02:00"},
    "maybe": None,
    "time": "09:30:00.50Z",
    "length": "P1M",
    "amount": "1.50",
    "bytes": "aGk=",
    "page": "https://example.com/A?b=c",
    "mail": "Ada@example.com",
    "odd": "as it is",
    "number": 1e-7,
    "big": 9223372036854775808,
}


def whatever_came_goes_back_as_it_came(client: Client, server: Server) -> None:
    server.answers(json=[EVERYTHING])
    found = client.moments.echo(body=[])
    server.answers(json=[])
    client.moments.echo(body=found)
    assert server.request.json == [EVERYTHING]


async def whatever_came_goes_back_as_it_came_there_too(client: AsyncClient, server: Server) -> None:
    server.answers(json=[EVERYTHING])
    found = await client.moments.echo(body=[])
    server.answers(json=[])
    await client.moments.echo(body=found)
    assert server.request.json == [EVERYTHING]


def times_are_datetimes_whatever_their_spelling(client: Client, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = client.moments.get(UUID(int=1))
    assert found.instants is not None
    assert found.instants[0] == datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
    assert found.instants[6] == datetime(2026, 9, 1, 15, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert found.id == UUID("0b5dc19c-8b2f-4a4b-9a3a-1b2c3d4e5f60")
    assert found.day == date(2026, 2, 28)
    assert (found.time, found.length, found.amount) == ("09:30:00.50Z", "P1M", "1.50")


def a_copy_and_a_pickle_keep_the_spelling(client: Client, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = client.moments.get(UUID(int=1))
    for again in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        server.answers(json=[])
        client.moments.echo(body=[again])
        assert server.request.json == [EVERYTHING]


def what_is_computed_is_written_as_python_writes_it(client: Client, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = client.moments.get(UUID(int=1))
    assert found.at is not None
    server.answers(json=[])
    client.moments.echo(body=[models.Moment(at=found.at + timedelta(days=1))])
    assert server.request.json == [{"at": "2026-09-02T09:30:00.120Z"}]


def an_identifier_and_a_time_are_asked_for_as_they_came(client: Client, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = client.moments.get(UUID(int=1))
    assert found.id is not None
    assert found.at is not None
    server.answers(json={})
    client.moments.get(found.id, since=found.at)
    assert server.request.line == (
        "GET /moments/0B5DC19C-8B2F-4A4B-9A3A-1B2C3D4E5F60?since=2026-09-01T09%3A30%3A00.120Z"
    )


def a_time_without_a_zone_is_refused(client: Client, server: Server) -> None:
    with pytest.raises(InvalidRequestError, match="no time zone"):
        client.moments.echo(body=[models.Moment.model_construct(at=datetime(2026, 9, 1, 9, 30))])  # noqa: DTZ001
    assert server.requests == []


def what_is_no_time_keeps_its_text(client: Client, server: Server) -> None:
    server.answers(json=[{"at": "yesterday", "id": "1"}])
    with pytest.warns(UserWarning, match=r"\[0\]\.at: wrong value .*; \[0\]\.id: wrong value"):
        found = client.moments.echo(body=[])
    server.answers(json=[])
    client.moments.echo(body=found)
    assert server.request.json == [{"at": "yesterday", "id": "1"}]

"""A listing goes from page to page by itself, and no further than it is asked to."""

from __future__ import annotations

import asyncio
from importlib import import_module
from itertools import islice

import pytest
from hubspot_meetings import AsyncClient, Client, PagingError
from tests.sdk.meetings_server import LocalServer, reply_json
from tests.sdk.meetings_world import TOKEN, VERSIONS, page_of

PAGES = (page_of("1", "2", after="a/2"), page_of(after="a/3"), page_of("3"))


def cursors(server: LocalServer) -> list[list[str] | None]:
    return [received.query.get("after") for received in server.received]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_item_of_every_page_comes_in_order(server: LocalServer, version: str) -> None:
    server.answer(*map(reply_json, PAGES))
    with import_module(f"hubspot_meetings.{version}").Client(access_token=TOKEN, base_url=server.url) as client:
        found = [link.id for link in client.scheduler.meetings.meeting_links.list_all(limit=2, name="x")]
    assert found == ["1", "2", "3"]
    assert cursors(server) == [None, ["a/2"], ["a/3"]]
    assert [(received.query["limit"], received.query["name"]) for received in server.received] == [(["2"], ["x"])] * 3


def test_every_item_comes_asynchronously_too(server: LocalServer) -> None:
    server.answer(*map(reply_json, PAGES))

    async def main() -> list[str]:
        async with AsyncClient(access_token=TOKEN, base_url=server.url) as client:
            return [link.id async for link in client.scheduler.meetings.meeting_links.list_all()]

    assert asyncio.run(main()) == ["1", "2", "3"]
    assert cursors(server) == [None, ["a/2"], ["a/3"]]


def test_a_page_is_asked_for_when_the_one_before_is_used_up(server: LocalServer) -> None:
    server.answer(*map(reply_json, PAGES))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        links = client.scheduler.meetings.meeting_links.list_all()
        assert server.received == []
        steps = iter(links)
        seen = [(next(steps).id, len(server.received)) for _ in range(3)]
    assert seen == [("1", 1), ("2", 1), ("3", 3)]


def test_an_asynchronous_page_is_asked_for_as_late(server: LocalServer) -> None:
    server.answer(*map(reply_json, PAGES))

    async def main() -> list[tuple[str, int]]:
        async with AsyncClient(access_token=TOKEN, base_url=server.url) as client:
            links = client.scheduler.meetings.meeting_links.list_all()
            assert server.received == []
            steps = aiter(links)
            return [((await anext(steps)).id, len(server.received)) for _ in range(3)]

    assert asyncio.run(main()) == [("1", 1), ("2", 1), ("3", 3)]


def test_pages_are_there_for_who_wants_them(server: LocalServer) -> None:
    server.answer(*map(reply_json, PAGES))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        pages = list(client.scheduler.meetings.meeting_links.list_all().pages())
    assert [[link.id for link in page.results] for page in pages] == [["1", "2"], [], ["3"]]


def test_a_loop_can_start_where_an_earlier_one_stopped_and_can_be_run_twice(server: LocalServer) -> None:
    server.answer(reply_json(page_of("3")))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        links = client.scheduler.meetings.meeting_links.list_all(after="a/3")
        assert [[link.id for link in links] for _ in range(2)] == [["3"], ["3"]]
    assert cursors(server) == [["a/3"], ["a/3"]]


def test_a_cursor_that_comes_back_ends_the_loop_with_an_error(server: LocalServer) -> None:
    server.answer(reply_json(page_of("1", after="again")))
    with Client(access_token=TOKEN, base_url=server.url) as client, pytest.raises(PagingError, match="'again'"):
        list(islice(client.scheduler.meetings.meeting_links.list_all(), 9))
    assert len(server.received) == 2


def test_one_page_is_one_request(server: LocalServer) -> None:
    server.answer(reply_json(PAGES[0]))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        page = client.scheduler.meetings.meeting_links.list()
    assert (len(page.results), page.total, len(server.received)) == (2, 5, 1)

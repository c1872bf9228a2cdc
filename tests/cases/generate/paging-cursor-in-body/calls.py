"""Cursors in the body of a search: three pages each, the other properties kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from paging_cursor_in_body import AsyncClient, Client, RateLimitError, models

from calls_server import Server


def _bodies(server: Server) -> list[object]:
    return [request.json for request in server.requests]


def _pages(server: Server) -> None:
    server.answers(json={"total": 3, "results": [{"id": "1"}], "paging": {"next": {"after": "b"}}})
    server.answers(json={"total": 3, "results": [], "paging": {"next": {"after": "c"}}})
    server.answers(json={"total": 3, "results": [{"id": "3"}]})


def the_cursor_goes_beside_the_other_properties(client: Client, server: Server) -> None:
    _pages(server)
    since = datetime(2026, 1, 2, tzinfo=UTC)
    assert [thing.id for thing in client.things.search_all(text="x", limit=1, since=since)] == ["1", "3"]
    first = {"text": "x", "limit": 1, "since": "2026-01-02T00:00:00Z"}
    assert _bodies(server) == [first, {**first, "after": "b"}, {**first, "after": "c"}]


async def the_asynchronous_pager_sends_the_same(client: AsyncClient, server: Server) -> None:
    _pages(server)
    assert [thing.id async for thing in client.things.search_all(text="x", after="a")] == ["1", "3"]
    assert _bodies(server) == [{"text": "x", "after": each} for each in "abc"]


def a_search_is_never_repeated_silently(client: Client, server: Server) -> None:
    server.always(429)
    with pytest.raises(RateLimitError):
        list(client.things.search_all(text="x"))
    assert len(server.requests) == 1


def a_cursor_from_the_start_on_is_the_next_one(client: Client, server: Server) -> None:
    server.answers(json={"results": [{"id": "1"}], "has_more": True, "next_cursor": "b"})
    server.answers(json={"results": [{"id": "2"}], "has_more": True, "next_cursor": "c"})
    server.answers(json={"results": [{"id": "3"}], "has_more": False, "next_cursor": None})
    assert [thing.id for thing in client.things.query_all(filter={"a": None})] == ["1", "2", "3"]
    assert _bodies(server) == [
        {"filter": {"a": None}},
        {"filter": {"a": None}, "start_cursor": "b"},
        {"filter": {"a": None}, "start_cursor": "c"},
    ]


def _deep(server: Server) -> None:
    server.answers(json={"results": [{"id": "1"}], "pages": {"next": {"starting_after": "b"}}})
    server.answers(json={"results": [{"id": "2"}], "pages": {"next": {"starting_after": "c"}}})
    server.answers(json={"results": [{"id": "3"}], "pages": {"next": None}})


def a_cursor_inside_an_object_leaves_the_callers_model_alone(client: Client, server: Server) -> None:
    _deep(server)
    pagination = models.Pagination(per_page=1)
    assert [thing.id for thing in client.things.deep_all(text="x", pagination=pagination)] == ["1", "2", "3"]
    assert _bodies(server) == [
        {"text": "x", "pagination": {"per_page": 1}},
        {"text": "x", "pagination": {"per_page": 1, "starting_after": "b"}},
        {"text": "x", "pagination": {"per_page": 1, "starting_after": "c"}},
    ]
    assert pagination == models.Pagination(per_page=1)


def a_cursor_finds_its_object_where_the_caller_gave_none(client: Client, server: Server) -> None:
    _deep(server)
    assert [thing.id for thing in client.things.deep_all()] == ["1", "2", "3"]
    assert [request.body for request in server.requests] == [
        b"",
        b'{"pagination":{"starting_after":"b"}}',
        b'{"pagination":{"starting_after":"c"}}',
    ]

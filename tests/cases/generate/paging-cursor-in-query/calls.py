"""Cursors in the query: three pages each, through every place where an answer may name the next one."""

from __future__ import annotations

import pytest
from paging_cursor_in_query import AsyncClient, Client, PagingError, ServerError

from calls_server import Server


def _lines(server: Server) -> list[str]:
    return [request.line for request in server.requests]


def _nested(server: Server) -> None:
    server.answers(json={"results": [{"id": "1"}, {"id": "2"}], "paging": {"next": {"after": "a/2"}}})
    server.answers(json={"results": [], "paging": {"next": {"after": "a&3"}}})
    server.answers(json={"results": [{"id": "3"}]})


def the_next_cursor_is_found_deep_and_an_empty_page_is_no_end(client: Client, server: Server) -> None:
    _nested(server)
    assert [thing.id for thing in client.things.list_nested_all(limit=2)] == ["1", "2", "3"]
    assert _lines(server) == [
        "GET /nested?limit=2",
        "GET /nested?after=a%2F2&limit=2",
        "GET /nested?after=a%263&limit=2",
    ]


async def the_asynchronous_pager_sends_the_same(client: AsyncClient, server: Server) -> None:
    _nested(server)
    assert [thing.id async for thing in client.things.list_nested_all(limit=2)] == ["1", "2", "3"]
    assert _lines(server)[1:] == ["GET /nested?after=a%2F2&limit=2", "GET /nested?after=a%263&limit=2"]


def a_start_given_by_the_caller_is_the_first_page(client: Client, server: Server) -> None:
    server.answers(json={"results": [{"id": "3"}]})
    assert [thing.id for thing in client.things.list_nested_all(after="a3")] == ["3"]
    assert _lines(server) == ["GET /nested?after=a3"]


def a_cursor_that_comes_again_is_an_error(client: Client, server: Server) -> None:
    server.always(json={"results": [{"id": "1"}], "paging": {"next": {"after": "a"}}})
    with pytest.raises(PagingError, match=r"^things\.list_nested: .*'a'.* second time$"):
        list(client.things.list_nested_all())
    assert len(server.requests) == 2


def a_page_that_fails_is_asked_for_again_as_often_as_allowed(client: Client, server: Server) -> None:
    server.answers(json={"results": [{"id": "1"}], "paging": {"next": {"after": "a"}}})
    server.always(503, headers={"retry-after": "0"})
    items = iter(client.things.list_nested_all(max_retries=1))
    assert next(items).id == "1"
    with pytest.raises(ServerError):
        next(items)
    assert _lines(server) == ["GET /nested", "GET /nested?after=a", "GET /nested?after=a"]


def responses_bring_headers_and_pages(client: Client, server: Server) -> None:
    _nested(server)
    responses = list(client.things.list_nested_all().responses())
    assert [(response.status, len(response.value.results)) for response in responses] == [(200, 2), (200, 0), (200, 1)]
    assert {response.headers["content-type"] for response in responses} == {"application/json"}


def a_token_is_found_by_its_name(client: Client, server: Server) -> None:
    server.answers(json={"files": ["a"], "nextPageToken": "t2"})
    server.answers(json={"files": ["b"], "nextPageToken": "t3"})
    server.answers(json={"files": ["c"]})
    assert list(client.things.list_named_all()) == ["a", "b", "c"]
    assert _lines(server) == ["GET /named", "GET /named?page_token=t2", "GET /named?page_token=t3"]


def null_ends_a_listing_whose_pager_had_to_give_way(client: Client, server: Server) -> None:
    server.answers(json={"rows": [1], "next_cursor": "b"})
    server.answers(json={"rows": [2], "next_cursor": "c"})
    server.answers(json={"rows": [3], "next_cursor": None})
    assert list(client.things.list_nullable_every()) == [1, 2, 3]
    assert _lines(server) == ["GET /nullable", "GET /nullable?cursor=b", "GET /nullable?cursor=c"]


def a_flag_ends_a_listing_that_names_a_next_page_all_the_same(client: Client, server: Server) -> None:
    server.answers(json={"data": {"rows": [1]}, "meta": {"next_page": 2, "has_more": True}})
    server.answers(json={"data": {"rows": [2]}, "meta": {"next_page": 3, "has_more": True}})
    server.answers(json={"data": {"rows": [3]}, "meta": {"next_page": 4, "has_more": False}})
    assert list(client.things.list_numbered_all()) == [1, 2, 3]
    assert _lines(server) == ["GET /numbered", "GET /numbered?page=2", "GET /numbered?page=3"]


def more_without_a_cursor_is_an_error(client: Client, server: Server) -> None:
    server.answers(json={"data": {"rows": [1]}, "meta": {"has_more": True}})
    with pytest.raises(PagingError, match=r"^things\.list_numbered: there is more"):
        list(client.things.list_numbered_all())


def one_name_may_stand_on_both_sides(client: Client, server: Server) -> None:
    server.answers(json={"things": [{"id": "1"}], "warnings": ["slow"], "nextToken": "b"})
    server.answers(json={"things": [{"id": "2"}], "nextToken": "c"})
    server.answers(json={"things": [{"id": "3"}], "nextToken": ""})
    assert [thing.id for thing in client.things.list_one_name_all()] == ["1", "2", "3"]
    assert _lines(server) == ["GET /one-name", "GET /one-name?nextToken=b", "GET /one-name?nextToken=c"]


def items_of_a_map_come_with_their_keys(client: Client, server: Server) -> None:
    server.answers(json={"members": {"ada": {"id": "1"}, "bob": {"id": "2"}}, "cursors": {"next": "b"}})
    server.answers(json={"members": {}, "cursors": {"next": "c"}})
    server.answers(json={"members": {"cyd": {"id": "3"}}, "cursors": {}})
    found = [(name, thing.id) for name, thing in client.things.list_mapped_all()]
    assert found == [("ada", "1"), ("bob", "2"), ("cyd", "3")]
    assert _lines(server) == ["GET /mapped", "GET /mapped?cursor=b", "GET /mapped?cursor=c"]


def the_last_id_that_an_answer_names_goes_into_after(client: Client, server: Server) -> None:
    server.answers(json={"data": [{"id": "1"}], "has_more": True, "last_id": "1"})
    server.answers(json={"data": [{"id": "2"}], "has_more": True, "last_id": "2"})
    server.answers(json={"data": [{"id": "3"}], "has_more": False, "last_id": "3"})
    assert [thing.id for thing in client.things.list_told_by_last_all()] == ["1", "2", "3"]
    assert _lines(server) == ["GET /told-by-last", "GET /told-by-last?after=1", "GET /told-by-last?after=2"]

"""Offsets: each page begins where the items before it end."""

from __future__ import annotations

import pytest
from paging_offset import AsyncClient, Client, PagingError, models

from calls_server import Server


def _lines(server: Server) -> list[str]:
    return [request.line for request in server.requests]


def _with_total(server: Server) -> None:
    for items in ([1, 2], [3, 4], [5]):
        server.answers(json={"items": items, "total": 5, "offset": 0, "limit": 2})


def the_offset_grows_to_the_total(client: Client, server: Server) -> None:
    _with_total(server)
    assert list(client.rows.with_total_all(limit=2)) == [1, 2, 3, 4, 5]
    assert _lines(server) == [
        "GET /with-total?limit=2",
        "GET /with-total?offset=2&limit=2",
        "GET /with-total?offset=4&limit=2",
    ]


async def the_asynchronous_pager_sends_the_same(client: AsyncClient, server: Server) -> None:
    _with_total(server)
    assert [item async for item in client.rows.with_total_all(limit=2)] == [1, 2, 3, 4, 5]
    assert _lines(server)[-1] == "GET /with-total?offset=4&limit=2"


def a_start_given_by_the_caller_counts(client: Client, server: Server) -> None:
    server.answers(json={"items": [4], "total": 5})
    server.answers(json={"items": [5], "total": 5})
    assert list(client.rows.with_total_all(offset=3)) == [4, 5]
    assert _lines(server) == ["GET /with-total?offset=3", "GET /with-total?offset=4"]


def an_empty_list_ends_where_no_total_is(client: Client, server: Server) -> None:
    for rows in ([1, 2, 3], [4], [5, 6], []):
        server.answers(json=[{"id": row} for row in rows])
    assert [row.id for row in client.rows.without_total_all(take=3)] == [1, 2, 3, 4, 5, 6]
    assert _lines(server) == [
        "GET /without-total?take=3",
        "GET /without-total?skip=3&take=3",
        "GET /without-total?skip=4&take=3",
        "GET /without-total?skip=6&take=3",
    ]


def a_server_that_does_not_mind_the_offset_is_an_error(client: Client, server: Server) -> None:
    server.always(json=[{"id": 1}])
    with pytest.raises(PagingError, match=r"^rows\.without_total: the server sent the same page"):
        list(client.rows.without_total_all())
    assert len(server.requests) == 2


def a_first_item_that_is_number_one_is_counted_so(client: Client, server: Server) -> None:
    for rows in ([1, 2], [3, 4], [5]):
        server.answers(json={"Resources": [{"id": row} for row in rows], "totalResults": 5})
    assert [row.id for row in client.rows.from_one_all(count=2)] == [1, 2, 3, 4, 5]
    assert _lines(server)[1:] == ["GET /from-one?startIndex=3&count=2", "GET /from-one?startIndex=5&count=2"]


def a_flag_ends_before_an_empty_page(client: Client, server: Server) -> None:
    for item in (1, 2, 3):
        server.answers(json={"items": [item], "page": {"offset": item - 1, "limit": 1, "has_more": item < 3}})
    assert list(client.rows.flagged_all(limit=1)) == [1, 2, 3]
    assert len(server.requests) == 3


def a_next_offset_that_the_answer_names_is_believed(client: Client, server: Server) -> None:
    server.answers(json={"items": [1], "next_offset": 10})
    server.answers(json={"items": [], "next_offset": 20})
    server.answers(json={"items": [3]})
    assert list(client.rows.named_next_all()) == [1, 3]
    assert _lines(server) == ["GET /named-next", "GET /named-next?offset=10", "GET /named-next?offset=20"]


def an_offset_inside_a_parameter_keeps_what_is_beside_it(client: Client, server: Server) -> None:
    for items in ([1, 2], [3], []):
        server.answers(json={"items": items})
    assert list(client.rows.in_an_object_all(page=models.RowsInAnObjectPage(limit=2), name="x")) == [1, 2, 3]
    assert _lines(server) == [
        "GET /in-an-object?page%5Blimit%5D=2&name=x",
        "GET /in-an-object?page%5Blimit%5D=2&page%5Boffset%5D=2&name=x",
        "GET /in-an-object?page%5Blimit%5D=2&page%5Boffset%5D=3&name=x",
    ]


def an_offset_may_be_in_a_body(client: Client, server: Server) -> None:
    for items in ([1, 2], [3, 4], [5]):
        server.answers(json={"items": items, "total": 5})
    assert list(client.rows.found_all(limit=2)) == [1, 2, 3, 4, 5]
    assert [request.json for request in server.requests] == [
        {"limit": 2},
        {"limit": 2, "offset": 2},
        {"limit": 2, "offset": 4},
    ]

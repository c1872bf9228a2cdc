"""Page numbers: each page is one more than the one before, from the first one that the contract names."""

from __future__ import annotations

import pytest
from paging_page import AsyncClient, Client, PagingError

from calls_server import Server


def _lines(server: Server) -> list[str]:
    return [request.line for request in server.requests]


def _from_one(server: Server) -> None:
    for row in (1, 2, 3):
        server.answers(json={"rows": [row], "total_pages": 3})


def the_first_page_is_number_one(client: Client, server: Server) -> None:
    _from_one(server)
    assert list(client.rows.from_one_all(per_page=1)) == [1, 2, 3]
    assert _lines(server) == [
        "GET /from-one?per_page=1",
        "GET /from-one?page=2&per_page=1",
        "GET /from-one?page=3&per_page=1",
    ]


async def the_asynchronous_pager_sends_the_same(client: AsyncClient, server: Server) -> None:
    _from_one(server)
    assert [row async for row in client.rows.from_one_all(per_page=1)] == [1, 2, 3]
    assert _lines(server)[-1] == "GET /from-one?page=3&per_page=1"


def the_first_page_is_number_zero(client: Client, server: Server) -> None:
    for row in (1, 2, 3):
        server.answers(json={"content": [row], "last": row == 3, "totalElements": 3, "totalPages": 3})
    assert list(client.rows.from_zero_all(size=1)) == [1, 2, 3]
    assert _lines(server) == ["GET /from-zero?size=1", "GET /from-zero?page=1&size=1", "GET /from-zero?page=2&size=1"]


def a_start_given_by_the_caller_counts(client: Client, server: Server) -> None:
    server.answers(json={"rows": [2], "total_pages": 3})
    server.answers(json={"rows": [3], "total_pages": 3})
    assert list(client.rows.from_one_all(page=2)) == [2, 3]
    assert _lines(server) == ["GET /from-one?page=2", "GET /from-one?page=3"]


def an_empty_list_ends_where_nothing_else_does(client: Client, server: Server) -> None:
    for rows in ([1], [2], [3], []):
        server.answers(json=rows)
    assert list(client.rows.bare_all()) == [1, 2, 3]
    assert _lines(server)[-1] == "GET /bare?page=4"


def a_server_that_does_not_mind_the_number_is_an_error(client: Client, server: Server) -> None:
    server.always(json=[1])
    with pytest.raises(PagingError, match=r"^rows\.bare: the server sent the same page for the second time$"):
        list(client.rows.bare_all())
    assert len(server.requests) == 2


def all_items_are_all_pages(client: Client, server: Server) -> None:
    for row in (1, 2, 3):
        server.answers(json={"data": [row], "included": ["x", "y"], "meta": {"total_count": 3}})
    assert list(client.rows.counted_all(page_size=1)) == [1, 2, 3]
    assert _lines(server) == [
        "GET /counted?page%5Bsize%5D=1",
        "GET /counted?page%5Bnumber%5D=2&page%5Bsize%5D=1",
        "GET /counted?page%5Bnumber%5D=3&page%5Bsize%5D=1",
    ]

"""`Link` headers: the address goes as the server wrote it, the key beside it once and to no other host."""

from __future__ import annotations

import pytest
from paging_link_header import AsyncClient, Client, PagingError

from calls_server import Server


def _lines(server: Server) -> list[str]:
    return [request.line for request in server.requests]


def _pages(server: Server) -> None:
    absolute = (
        f'<{server.url}/rows?page=1>; rel="prev first", <{server.url}/rows?after=a%2Cb&api_key=secret>; rel="next"'
    )
    server.answers(json=[1, 2], headers={"Link": absolute})
    server.answers(json=[], headers={"link": '</rows?ids=1,2;3>; title="the next, or so"; rel=next'})
    server.answers(json=[3], headers={"Link": f'<{server.url}/rows?page=1>; rel="first"'})


def the_next_address_is_followed_with_headers_and_key(server: Server) -> None:
    _pages(server)
    with Client(key="secret", base_url=server.url) as client:
        assert list(client.rows.list_rows_all(per_page=2, x_trace="t")) == [1, 2, 3]
    assert _lines(server) == [
        "GET /rows?per_page=2&api_key=secret",
        "GET /rows?after=a%2Cb&api_key=secret",
        "GET /rows?ids=1,2;3&api_key=secret",
    ]
    assert {request.headers["x-trace"] for request in server.requests} == {"t"}


async def the_asynchronous_pager_sends_the_same(server: Server) -> None:
    _pages(server)
    async with AsyncClient(key="secret", base_url=server.url) as client:
        assert [row async for row in client.rows.list_rows_all(per_page=2)] == [1, 2, 3]
    assert _lines(server)[1] == "GET /rows?after=a%2Cb&api_key=secret"


def another_host_gets_neither_a_request_nor_the_key(server: Server) -> None:
    elsewhere = server.url.replace("127.0.0.1", "localhost")
    server.answers(json=[1], headers={"Link": f'<{elsewhere}/rows?page=2>; rel="next"'})
    with (
        Client(key="secret", base_url=server.url) as client,
        pytest.raises(PagingError, match=r"^rows\.list_rows: the next page is at another host, 'localhost'; no cred"),
    ):
        list(client.rows.list_rows_all())
    assert len(server.requests) == 1


def an_address_of_the_page_itself_is_an_error(server: Server) -> None:
    server.always(json=[1], headers={"Link": '</rows?page=2>; rel="next"'})
    with Client(key="secret", base_url=server.url) as client, pytest.raises(PagingError, match="for the second time"):
        list(client.rows.list_rows_all())
    assert len(server.requests) == 2

"""Addresses in the body: absolute or relative, followed as they are, and never away from the API."""

from __future__ import annotations

import pytest
from paging_next_url import AsyncClient, Client, Pager, PagingError

from calls_server import Server


def _lines(server: Server) -> list[str]:
    return [request.line for request in server.requests]


def _rows(server: Server) -> None:
    server.answers(
        json={"rows": [1, 2], "page": 0, "next_page_uri": "/accounts/AC1/rows.json?PageSize=2&Page=1&PageToken=a"}
    )
    server.answers(json={"rows": [], "page": 1, "next_page_uri": "?PageSize=2&Page=2&PageToken=b"})
    server.answers(json={"rows": [3], "page": 2, "next_page_uri": None})


def a_relative_address_is_followed_with_the_token(server: Server) -> None:
    _rows(server)
    with Client(access_token="secret", base_url=server.url) as client:
        assert list(client.rows.list_rows_all("AC1", page_size=2)) == [1, 2, 3]
    assert _lines(server) == [
        "GET /accounts/AC1/rows.json?PageSize=2",
        "GET /accounts/AC1/rows.json?PageSize=2&Page=1&PageToken=a",
        "GET /accounts/AC1/rows.json?PageSize=2&Page=2&PageToken=b",
    ]
    assert {request.headers["authorization"] for request in server.requests} == {"Bearer secret"}


async def the_asynchronous_pager_sends_the_same(server: Server) -> None:
    _rows(server)
    async with AsyncClient(access_token="secret", base_url=server.url) as client:
        assert [row async for row in client.rows.list_rows_all("AC1", page_size=2)] == [1, 2, 3]
    assert _lines(server)[2] == "GET /accounts/AC1/rows.json?PageSize=2&Page=2&PageToken=b"


def _walk(server: Server, path: str, first: object, second: object, last: object) -> list[int]:
    """Three pages, each named by the one before with an address of the server."""
    for page in (first, second, last):
        server.answers(json=page)
    with Client(access_token="secret", base_url=server.url) as client:
        listings: dict[str, Pager[int, object]] = {
            "meta": client.rows.list_meta_all(),
            "odata": client.rows.list_odata_all(),
            "links": client.rows.list_links_all(),
            "hal": client.rows.list_hal_all(),
            "next": client.rows.list_next_all(),
        }
        found = list(listings[path])
    assert _lines(server) == [f"GET /{path}", f"GET /{path}?at=2", f"GET /{path}?at=3"]
    return found


def an_address_inside_meta_is_followed(server: Server) -> None:
    def page(row: int, url: str | None) -> object:
        return {"services": [row], "meta": {"next_page_url": url, "key": "services"}}

    url = f"{server.url}/meta?at="
    assert _walk(server, "meta", page(1, f"{url}2"), page(2, f"{url}3"), page(3, None)) == [1, 2, 3]


def an_odata_link_is_followed(server: Server) -> None:
    url = f"{server.url}/odata?at="
    first, second = ({"value": [row], "@odata.nextLink": f"{url}{row + 1}"} for row in (1, 2))
    assert _walk(server, "odata", first, second, {"value": [3]}) == [1, 2, 3]


def a_link_among_links_is_followed(server: Server) -> None:
    first, second = ({"data": [row], "links": {"next": f"/links?at={row + 1}"}} for row in (1, 2))
    assert _walk(server, "links", first, second, {"data": [3], "links": {"next": None}}) == [1, 2, 3]


def a_link_that_is_an_object_is_followed(server: Server) -> None:
    first, second = (
        {"_embedded": {"rows": [row]}, "_links": {"next": {"href": f"/hal?at={row + 1}"}}} for row in (1, 2)
    )
    assert _walk(server, "hal", first, second, {"_embedded": {"rows": [3]}, "_links": {}}) == [1, 2, 3]


def a_bare_next_is_followed(server: Server) -> None:
    first, second = ({"count": 3, "results": [row], "next": f"{server.url}/next?at={row + 1}"} for row in (1, 2))
    assert _walk(server, "next", first, second, {"count": 3, "results": [3], "next": None}) == [1, 2, 3]


def another_host_gets_neither_a_request_nor_the_token(server: Server) -> None:
    elsewhere = server.url.replace("127.0.0.1", "localhost")
    server.answers(json={"results": [1], "next": f"{elsewhere}/next?page=2"})
    with Client(access_token="secret", base_url=server.url) as client, pytest.raises(PagingError, match="another host"):
        list(client.rows.list_next_all())
    assert len(server.requests) == 1

"""The last item's id as the mark of the next page, as long as a flag says that there is more."""

from __future__ import annotations

import pytest
from paging_last_item import AsyncClient, Client, PagingError

from calls_server import Server


def _lines(server: Server) -> list[str]:
    return [request.line for request in server.requests]


def _page(*ids: str, more: bool) -> object:
    return {"data": [{"id": each} for each in ids], "has_more": more}


def _three(server: Server) -> None:
    server.answers(json=_page("a", "b", more=True))
    server.answers(json=_page("c", more=True))
    server.answers(json=_page("d", more=False))


def the_last_id_goes_into_the_next_request(client: Client, server: Server) -> None:
    _three(server)
    assert [charge.id for charge in client.charges.list_charges_all(limit=2)] == ["a", "b", "c", "d"]
    assert _lines(server) == [
        "GET /charges?limit=2",
        "GET /charges?starting_after=b&limit=2",
        "GET /charges?starting_after=c&limit=2",
    ]


async def the_asynchronous_pager_sends_the_same(client: AsyncClient, server: Server) -> None:
    _three(server)
    assert [charge.id async for charge in client.charges.list_charges_all()] == ["a", "b", "c", "d"]
    assert _lines(server)[1:] == ["GET /charges?starting_after=b", "GET /charges?starting_after=c"]


def an_empty_listing_ends_at_once(client: Client, server: Server) -> None:
    server.answers(json=_page(more=False))
    assert list(client.charges.list_charges_all()) == []
    assert len(server.requests) == 1


def more_behind_an_empty_page_is_an_error(client: Client, server: Server) -> None:
    server.answers(json=_page(more=True))
    with pytest.raises(PagingError, match=r"^charges\.list_charges: there is more, says the answer, and not where$"):
        list(client.charges.list_charges_all())


def a_server_that_does_not_mind_the_id_is_an_error(client: Client, server: Server) -> None:
    server.always(json=_page("a", more=True))
    with pytest.raises(PagingError, match="'a' as the next page for the second time"):
        list(client.charges.list_charges_all())
    assert len(server.requests) == 2

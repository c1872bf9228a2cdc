"""Paths reach the server as their templates say."""

from __future__ import annotations

import pytest
from path_templates import AsyncClient, Client, InvalidRequestError

from calls_server import Server


def parameters_stand_where_their_braces_stand(client: Client, server: Server) -> None:
    server.always(204)
    client.t.get_file("a b")
    client.t.compare("v1", "v2")
    client.t.get_tile(3, 1, 2)
    client.t.get_beside("a", "b")
    client.t.get_twice("7")
    client.t.cancel_job("j/1")
    client.t.get_product("5")
    client.t.get_odd("x/y")
    assert [each.target for each in server.requests] == [
        "/files/a%20b.json",
        "/compare/v1...v2",
        "/tiles/3-1-2",
        "/beside/ab",
        "/twice/7/again/7",
        "/jobs/j%2F1:cancel",
        "/OData/Products(5)",
        "/odd%20names/gr%C3%B6%C3%9Fe/%22quoted%22/100%25/x%2Fy",
    ]


def a_slash_at_the_end_counts(client: Client, server: Server) -> None:
    server.always(204)
    client.t.get_root()
    client.t.list_folders()
    client.t.get_folders()
    client.t.batch_jobs()
    assert [each.target for each in server.requests] == ["/", "/folders/", "/folders", "/jobs:batch"]


async def a_query_in_the_path_goes_before_the_others(client: AsyncClient, server: Server) -> None:
    server.always(204)
    await client.t.get_beta(limit=5)
    await client.t.get_beta(extra_query={"x": "1"})
    await client.t.get_beta()
    assert [each.target for each in server.requests] == [
        "/answers?beta=true&limit=5",
        "/answers?beta=true&x=1",
        "/answers?beta=true",
    ]


def a_fragment_stays_here(client: Client, server: Server) -> None:
    server.always(204)
    client.t.start_action()
    client.t.stop_action()
    assert [each.target for each in server.requests] == ["/actions", "/actions"]


def nothing_in_a_path_leads_elsewhere(client: Client) -> None:
    for value in ("", ".", ".."):
        with pytest.raises(InvalidRequestError, match="would lead to another address"):
            client.t.get_file(value)

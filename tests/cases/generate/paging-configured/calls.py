"""Pages as the configuration declares them, where a contract does not show them."""

from __future__ import annotations

from paging_configured import AsyncClient, Client, models

from calls_server import Server


def _lines(server: Server) -> list[str]:
    return [request.line for request in server.requests]


def a_rule_takes_pages_away(client: Client) -> None:
    assert not hasattr(client.listings, "plain_all")
    assert not hasattr(client.listings, "one_all")


def a_total_in_a_header_ends_pages(client: Client, server: Server) -> None:
    for row in (1, 2, 3):
        server.answers(json=[row], headers={"X-Total": "3"})
    assert list(client.listings.pages_all()) == [1, 2, 3]
    assert _lines(server) == ["GET /v2/pages", "GET /v2/pages?seite=2", "GET /v2/pages?seite=3"]


def a_cursor_has_any_name(client: Client, server: Server) -> None:
    server.answers(json={"liste": [1], "andere": [9], "weiter/marke": "b"})
    server.answers(json={"liste": [2], "weiter/marke": "c"})
    server.answers(json={"liste": [3]})
    assert list(client.listings.marks_all()) == [1, 2, 3]
    assert _lines(server) == ["GET /v2/marks", "GET /v2/marks?marke=b", "GET /v2/marks?marke=c"]


async def headers_may_hold_it_both_ways_until_a_page_is_empty(client: AsyncClient, server: Server) -> None:
    for row, mark in ((1, "b"), (2, "c"), (3, "d")):
        server.answers(json=[row], headers={"X-Position": mark})
    server.answers(json=[], headers={"X-Position": "e"})
    assert [row async for row in client.listings.feed_all(x_position="a")] == [1, 2, 3]
    assert [request.headers["x-position"] for request in server.requests] == ["a", "b", "c", "d"]


def a_flag_ends_what_names_a_next_offset(client: Client, server: Server) -> None:
    server.answers(json={"contacts": [1], "has-more": True, "vid-offset": 204})
    server.answers(json={"contacts": [2], "has-more": True, "vid-offset": 777})
    server.answers(json={"contacts": [3], "has-more": False, "vid-offset": 800})
    assert list(client.listings.contacts_all(count=1)) == [1, 2, 3]
    assert _lines(server) == [
        "GET /contacts?count=1",
        "GET /contacts?vidOffset=204&count=1",
        "GET /contacts?vidOffset=777&count=1",
    ]


def a_body_may_be_a_model(client: Client, server: Server) -> None:
    server.answers(json={"rows": [1], "after": "b"})
    server.answers(json={"rows": [2], "after": "c"})
    server.answers(json={"rows": [3]})
    body = models.Wide(words=["x", "y"])
    assert list(client.listings.either_all(body=body)) == [1, 2, 3]
    assert [request.json for request in server.requests] == [
        {"words": ["x", "y"]},
        {"words": ["x", "y"], "after": "b"},
        {"words": ["x", "y"], "after": "c"},
    ]
    assert body == models.Wide(words=["x", "y"])


def the_last_items_key_may_be_deep(client: Client, server: Server) -> None:
    for key in ("c", "b", "a"):
        server.answers(json=[{"text": key, "meta": {"key": key}}])
    server.answers(json=[])
    assert [message.text for message in client.listings.messages_all()] == ["c", "b", "a"]
    assert _lines(server)[1:] == ["GET /messages?before=c", "GET /messages?before=b", "GET /messages?before=a"]


def an_offset_may_be_in_the_path_of_an_answer_that_is_open(client: Client, server: Server) -> None:
    for rows, done in (([1, 2], False), ([3, 4], False), ([5], True)):
        server.answers(json={"rows": rows, "done": done})
    assert list(client.listings.open_all(1)) == [1, 2, 3, 4, 5]
    assert _lines(server) == ["GET /open/1", "GET /open/3", "GET /open/5"]


def an_address_has_any_name(client: Client, server: Server) -> None:
    for row in (1, 2):
        server.answers(json={"rows": [row], "navigation": {"forward": f"{server.url}/places?at={row + 1}"}})
    server.answers(json={"rows": [3], "navigation": {}})
    assert list(client.listings.places_all()) == [1, 2, 3]
    assert _lines(server) == ["GET /places", "GET /places?at=2", "GET /places?at=3"]


def a_link_header_needs_no_word_in_the_contract(client: Client, server: Server) -> None:
    for row in (1, 2):
        server.answers(json=[row], headers={"Link": f'</links?at={row + 1}>; rel="next"'})
    server.answers(json=[3])
    assert list(client.listings.links_all()) == [1, 2, 3]
    assert _lines(server) == ["GET /links", "GET /links?at=2", "GET /links?at=3"]

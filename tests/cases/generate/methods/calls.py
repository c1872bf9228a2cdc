"""Every method goes out as itself, and brings what it can bring."""

from __future__ import annotations

import pytest
from methods import AsyncClient, Client, NotFoundError, ServerError, models

from calls_server import Server

SOON = {"retry-after": "0"}


def each_method_is_sent_and_its_answer_decoded(client: Client, server: Server) -> None:
    server.always(200, json={"name": "a"})
    calls = (
        client.things.get_things,
        client.things.put_things,
        client.things.post_things,
        client.things.delete_things,
        client.things.options_things,
        client.things.patch_things,
    )
    assert [call() for call in calls] == [models.Thing(name="a")] * 6
    assert [request.line for request in server.requests] == [
        f"{method} /things" for method in ("GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH")
    ]


def head_brings_headers_alone(client: Client, server: Server) -> None:
    server.always(200, json={"name": "a"}, headers={"X-Count": "7"})
    answer = client.raw_response(client.things.head_things)
    assert server.request.line == "HEAD /things"
    assert (answer.value, answer.headers["x-count"]) == (None, "7")
    client.things.head_things()
    server.always(404)
    with pytest.raises(NotFoundError):
        client.things.head_things()


def trace_brings_bytes(client: Client, server: Server) -> None:
    server.answers(200, body=b"TRACE /things HTTP/1.1\r\n", content_type="message/http")
    assert client.things.trace_things() == b"TRACE /things HTTP/1.1\r\n"


def a_delete_and_a_query_have_bodies(client: Client, server: Server) -> None:
    server.always(200, json={"name": "b"})
    client.things.delete_things(name="a")
    client.things.query_things(name="q")
    assert [(each.line, each.json) for each in server.requests] == [
        ("DELETE /things", {"name": "a"}),
        ("QUERY /things", {"name": "q"}),
    ]


async def methods_without_a_field_of_their_own_are_there(client: AsyncClient, server: Server) -> None:
    server.answers(204)
    await client.things.purge_things()
    server.answers(200, json={"name": "c"})
    assert await client.things.copy(name="c") == models.Thing(name="c")
    server.answers(204)
    await client.things.link_things()
    assert [each.line for each in server.requests] == ["PURGE /things", "COPY /things", "LINK /things"]


def what_is_safe_to_repeat_is_repeated(client: Client, server: Server) -> None:
    for call in (client.things.get_things, client.things.put_things, client.things.options_things):
        server.answers(503, headers=SOON)
        server.answers(200, json={"name": "a"})
        call()
    server.answers(503, headers=SOON)
    server.answers(200, json={"name": "a"})
    client.things.query_things(name="q")
    server.answers(503, headers=SOON)
    server.answers(200)
    client.things.head_things()
    assert len(server.requests) == 10


def what_may_act_twice_is_not_repeated(client: Client, server: Server) -> None:
    server.always(503, headers=SOON)
    for call in (client.things.post_things, client.things.patch_things, client.things.purge_things):
        with pytest.raises(ServerError):
            call()
    assert len(server.requests) == 3

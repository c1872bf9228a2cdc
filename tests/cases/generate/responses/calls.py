"""What an answer becomes, by status and media type."""

from __future__ import annotations

import pytest
from responses import AsyncClient, Client, DecodeWarning, NotFoundError, StatusError, UnprocessableError, models

from calls_server import Server

DONE = {"id": "7"}


def each_good_status_brings_its_own_type(client: Client, server: Server) -> None:
    server.answers(200, json=DONE)
    assert client.jobs.run_jobs() == models.Done(id="7")
    server.answers(207, json={"done": [DONE], "failed": [{"message": "no"}]})
    answer = client.raw_response(client.jobs.run_jobs)
    value: models.Done | models.Mixed = answer.value
    assert (answer.status, value) == (
        207,
        models.Mixed(done=[models.Done(id="7")], failed=[models.Error(message="no")]),
    )


def an_error_brings_the_model_of_its_status_or_of_the_default(client: Client, server: Server) -> None:
    server.answers(422, json={"message": "wrong"})
    with pytest.raises(UnprocessableError, match="wrong") as caught:
        client.jobs.run_jobs()
    assert caught.value.error == models.Error(message="wrong")
    server.answers(302, json={"message": "elsewhere"})
    with pytest.raises(StatusError) as other:
        client.jobs.run_jobs()
    assert (other.value.status, other.value.error) == (302, models.Error(message="elsewhere"))
    server.answers(404, json={"message": "gone"})
    with pytest.raises(NotFoundError) as missing:
        client.kinds.get_headers()
    assert missing.value.error == models.Error(message="gone")


async def a_range_and_a_default_speak_for_good_statuses(client: AsyncClient, server: Server) -> None:
    server.answers(206, json=[DONE])
    assert await client.jobs.watch_jobs() == [models.Done(id="7")]
    server.answers(201, json=DONE)
    assert await client.jobs.set_jobs() == models.Done(id="7")


def nothing_is_none(client: Client, server: Server) -> None:
    server.answers(204)
    client.jobs.clear_jobs()
    server.answers(204)
    assert client.jobs.change_jobs() is None
    server.answers(200, json=DONE)
    assert client.jobs.change_jobs() == models.Done(id="7")


def every_kind_of_body_is_what_it_is(client: Client, server: Server) -> None:
    server.answers(200, json=DONE, content_type="application/whatever")
    assert client.kinds.get_any() == models.Done(id="7")
    server.answers(200, body="größe".encode("latin-1"), content_type="text/plain; charset=latin-1")
    assert client.kinds.get_text() == "größe"
    server.answers(200, body=b"\x89PNG", content_type="image/png")
    assert client.kinds.get_binary() == b"\x89PNG"
    server.answers(200, json=[1, {"a": None}])
    assert client.kinds.get_untyped() == [1, {"a": None}]
    server.answers(200, json=DONE, content_type="application/json; charset=utf-8")
    assert client.kinds.get_several() == models.Done(id="7")


def headers_are_beside_the_value(client: Client, server: Server) -> None:
    server.answers(200, json={"list": [DONE]}, headers={"X-Left": "3", "X-Mode": "fast"})
    answer = client.raw_response(client.kinds.get_headers)
    assert answer.value.list_ == [models.Done(id="7")]
    assert (answer.headers["x-left"], answer.headers["X-MODE"]) == ("3", "fast")


def a_redirect_is_a_result_where_nothing_else_is_declared(client: Client, server: Server) -> None:
    server.answers(302, headers={"location": "/elsewhere"})
    answer = client.raw_response(client.moved.get_link)
    assert (answer.status, answer.headers["location"], answer.value) == (302, "/elsewhere", None)
    assert [each.line for each in server.requests] == ["GET /moved/link"]


def a_redirect_is_followed_where_a_value_is_declared(client: Client, server: Server) -> None:
    server.answers(302, headers={"location": "/elsewhere"})
    server.answers(200, json=DONE)
    assert client.moved.get_moved() == models.Done(id="7")
    assert [each.line for each in server.requests] == ["GET /moved", "GET /elsewhere"]
    server.answers(304)
    with pytest.raises(StatusError) as caught:
        client.moved.get_moved(extra_headers={"if-none-match": "x"})
    assert caught.value.status == 304


def a_good_status_that_is_not_declared_is_told(client: Client, server: Server) -> None:
    server.answers(202, json=[DONE])
    assert client.jobs.watch_jobs() == [models.Done(id="7")]
    server.answers(202, json=DONE)
    with pytest.warns(DecodeWarning, match="undeclared status"):
        assert client.kinds.get_any() == models.Done(id="7")

"""Bodies that are read item by item while they arrive."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from streams import (
    AsyncClient,
    BadRequestError,
    BrokenBodyError,
    Client,
    DecodeWarning,
    ItemStream,
    ServerSentEvent,
    models,
)

from calls_server import Server

LINES = "application/x-ndjson"
EVENTS = "text/event-stream"


def lines_are_models(client: Client, server: Server) -> None:
    server.answers(200, body=b'{"text":"a"}\n\n{"text":"b","level":2}', content_type=LINES)
    assert list(client.logs.tail()) == [models.Line(text="a"), models.Line(text="b", level=2)]


async def lines_are_models_for_tasks_too(client: AsyncClient, server: Server) -> None:
    server.answers(200, body=b'{"text":"a"}\n{"text":"b","level":2}\n', content_type=LINES)
    found = [line.text async for line in await client.logs.tail()]
    assert found == ["a", "b"]


def an_item_is_there_before_the_next_one_is_sent(client: Client, server: Server) -> None:
    taken = threading.Event()

    def pieces() -> Iterator[bytes]:
        yield b'{"text":"first"}\n{"te'
        assert taken.wait(5)
        yield b'xt":"second"}\n'

    server.answers(200, pieces=pieces(), content_type=LINES)
    with client.logs.tail() as lines:
        assert next(lines).text == "first"
        taken.set()
        assert [line.text for line in lines] == ["second"]


def a_body_without_an_end_is_left_when_enough_is_read(client: Client, server: Server) -> None:
    def pieces() -> Iterator[bytes]:
        while True:
            yield b'data: {"text":"again"}\n\n' * 100

    server.answers(200, pieces=pieces(), content_type=EVENTS)
    events = client.events.watch()
    assert events is not None
    with events:
        for count, event in enumerate(events):
            assert event.value.text == "again"
            if count == 5000:
                break
    server.answers(204)
    assert client.events.watch() is None


def a_text_sequence_is_lines_too(client: Client, server: Server) -> None:
    server.answers(200, body=b'\x1e{"text":"a"}\n\x1e{"text":"b"}\n', content_type="application/json-seq")
    assert [line.text for line in client.logs.sequence()] == ["a", "b"]


def an_iterator_of_models_is_sent_line_by_line(client: Client, server: Server) -> None:
    server.echoes()
    stream = client.logs.write(body=(models.Line(text=text) for text in "ab"))
    assert server.request.media_type == "application/jsonl"
    assert server.request.headers["transfer-encoding"] == "chunked"
    assert server.request.body == b'{"text":"a"}\n{"text":"b"}\n'
    assert [line.text for line in stream] == ["a", "b"]
    client.logs.write(body=[models.Line(text="c")]).close()
    assert server.request.headers["content-length"] == "13"


async def an_iterator_is_sent_by_tasks_too(client: AsyncClient, server: Server) -> None:
    server.echoes()
    async with await client.logs.write(body=(models.Line(text=text) for text in "ab")) as stream:
        assert [line.text async for line in stream] == ["a", "b"]


def the_data_of_events_is_a_model(client: Client, server: Server) -> None:
    body = b': hello\n\nevent: log\nid: 7\ndata: {"text":\ndata: "a"}\n\ndata: [DONE]\n\ndata: {}\n\n'
    server.answers(200, body=body, content_type=EVENTS)
    events = client.events.watch()
    assert events is not None
    (event,) = events
    assert event == ServerSentEvent('{"text":\n"a"}', "log", "7")
    assert event.value == models.Line(text="a")


def without_a_schema_data_is_text(client: Client, server: Server) -> None:
    server.answers(200, body=b"data: a\n\ndata: {\n\n", content_type=EVENTS)
    assert [event.value for event in client.events.listen()] == ["a", "{"]


def kinds_of_events_are_a_union(client: Client, server: Server) -> None:
    body = b'event: line\ndata: {"text": "a"}\n\nevent: count\ndata: {"count": 3}\n\n'
    server.answers(200, body=body, content_type=EVENTS)
    values: list[models.Line | models.Count] = [event.value for event in client.events.follow()]
    assert values == [models.Line(text="a"), models.Count(count=3)]


def an_answer_comes_whole_or_in_pieces(client: Client, server: Server) -> None:
    server.answers(200, json={"answer": "ab"})
    assert client.completions.complete(prompt="?").answer == "ab"
    server.answers(200, body=b'data: {"delta":"a"}\n\ndata: {"delta":"b"}\n\ndata: [DONE]\n\n', content_type=EVENTS)
    pieces = client.completions.complete(prompt="?", stream=True, accept="text/event-stream")
    assert "".join(piece.value.delta for piece in pieces) == "ab"
    assert server.request.headers["accept"] == "text/event-stream, */*;q=0.1"


async def an_answer_comes_whole_or_in_pieces_to_tasks(client: AsyncClient, server: Server) -> None:
    server.answers(200, json={"answer": "ab"})
    assert (await client.completions.complete(prompt="?")).answer == "ab"
    server.answers(200, body=b'data: {"delta":"a"}\n\n', content_type=EVENTS)
    pieces = await client.completions.complete(prompt="?", accept="text/event-stream")
    assert [piece.value.delta async for piece in pieces] == ["a"]


def an_error_is_no_stream(client: Client, server: Server) -> None:
    server.answers(400, json={"message": "no"})
    with pytest.raises(BadRequestError) as caught:
        client.completions.complete(prompt="?", accept="text/event-stream")
    assert caught.value.error == models.Fault(message="no")


def a_line_that_is_no_json_is_named(client: Client, server: Server) -> None:
    server.answers(200, body=b'{"text":"a"}\n{"text"\n', content_type=LINES)
    lines = client.logs.tail()
    assert next(lines).text == "a"
    with pytest.raises(BrokenBodyError, match=r"item \[1\] is not JSON"):
        next(lines)


def a_line_that_does_not_fit_is_told_with_its_place(client: Client, server: Server) -> None:
    server.answers(200, body=b'{"text":"a"}\n{"text":5}\n', content_type=LINES)
    with pytest.warns(DecodeWarning, match=r"\[1\].text"):
        assert len(list(client.logs.tail())) == 2


def what_came_before_the_items_is_there(client: Client, server: Server) -> None:
    server.answers(200, body=b'{"text":"a"}\n', content_type=LINES, headers={"x-left": "3"})
    answer = client.raw_response(client.logs.tail)
    lines: ItemStream[models.Line] = answer.value
    assert (answer.status, answer.headers["x-left"], lines.response.headers["x-left"]) == (200, "3", "3")
    assert [line.text for line in lines] == ["a"]


def lines_can_still_be_read_as_bytes(client: Client, server: Server) -> None:
    server.answers(200, body=b'{"text":"a"}\n', content_type=LINES)
    with client.stream(client.logs.tail) as body:
        assert body.read() == b'{"text":"a"}\n'

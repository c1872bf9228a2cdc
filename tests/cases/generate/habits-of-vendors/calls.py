"""What real vendors do beside the letter of their documents, and what must not cost data."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import cast

from habits_of_vendors import Client, ItemStream, ServerSentEvent, models

from calls_server import Server


def a_download_may_name_the_type_that_the_file_has(client: Client, server: Server) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for media_type, body in (
            ("application/pdf", b"%PDF"),
            ("text/html; charset=utf-8", b"<p>"),
            ("application/json", b'{"a": 1}'),
            ("application/octet-stream", b"\x00"),
        ):
            server.answers(200, body=body, content_type=media_type)
            assert client.files.download("1") == body


def a_file_of_any_type_is_sent_as_it_is(client: Client, server: Server) -> None:
    for given, sent, media_type in (
        ('say "hi"', b'say "hi"', "text/plain"),
        (b"\x00\xff", b"\x00\xff", "application/octet-stream"),
        (BytesIO(b"\x00\xff"), b"\x00\xff", "application/octet-stream"),
    ):
        server.answers(200, body=b"kept", content_type="text/plain")
        assert client.files.upload("1", body=given) == "kept"
        assert (server.request.body, server.request.media_type) == (sent, media_type)


def text_of_any_type_may_come_as_json(client: Client, server: Server) -> None:
    server.answers(json="kept")
    assert client.files.upload("1", body="x") == "kept"


def sound_comes_whole_unless_events_are_asked_for(client: Client, server: Server) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        server.answers(200, body=b"RIFF", content_type="audio/wav")
        assert client.speech.speak(text="hi") == b"RIFF"
        assert server.request.headers["accept"].startswith("application/octet-stream, text/event-stream;")
        server.answers(200, body=b'data: {"sound": "UklG"}\n\n', content_type="text/event-stream")
        # What a property of the body decides, no contract says: the type is that of an answer that comes whole.
        pieces = cast("ItemStream[ServerSentEvent[models.Piece]]", client.speech.speak(text="hi", stream=True))
    assert list(pieces) == [ServerSentEvent('{"sound": "UklG"}', value=models.Piece(sound="UklG"))]


def a_cursor_that_is_switched_off_loses_no_page(client: Client, server: Server) -> None:
    for entries in (["a", "b"], ["c"]):
        server.answers(json={"entries": entries, "total_count": 3})
    assert list(client.users.list_users_all(limit=2)) == ["a", "b", "c"]
    assert [each.line for each in server.requests] == ["GET /users?limit=2", "GET /users?offset=2&limit=2"]


def messages_that_are_the_only_list_are_listed(client: Client, server: Server) -> None:
    server.answers(json={"messages": ["a"], "next_page_uri": "/messages?page=2"})
    server.answers(json={"messages": ["b"], "next_page_uri": None})
    assert list(client.messages.list_messages_all()) == ["a", "b"]
    assert [each.line for each in server.requests] == ["GET /messages", "GET /messages?page=2"]

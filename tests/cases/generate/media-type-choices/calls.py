"""Where a contract offers several media types, a call chooses; without a choice it means the preferred one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from media_type_choices import AsyncClient, Client, DecodeWarning, InvalidRequestError, MisfitError, models

from calls_server import Server

NOTE = {"text": "n", "stars": 1}


def a_plain_call_sends_the_preferred_media_type(client: Client, server: Server) -> None:
    server.answers(201, json=NOTE)
    assert client.notes.add_note(text="n", stars=1, draft=True) == models.Note(text="n", stars=1)
    assert server.request.line == "POST /notes?draft=true"
    assert (server.request.media_type, server.request.json) == ("application/json", NOTE)


def media_types_with_the_same_arguments_are_a_choice_of_one_call(client: Client, server: Server) -> None:
    server.answers(201, json=NOTE)
    client.notes.add_note(text="n", stars=1, content_type="application/x-www-form-urlencoded")
    assert server.request.media_type == "application/x-www-form-urlencoded"
    assert server.request.form == [("stars", "1"), ("text", "n")]


def a_media_type_with_arguments_of_its_own_is_named(client: Client, server: Server) -> None:
    server.always(201, json=NOTE)
    note: models.Note = client.notes.add_note(content_type="text/markdown", body="# n")
    assert note == models.Note(text="n", stars=1)
    assert (server.request.media_type, server.request.body) == ("text/markdown", b"# n")
    client.notes.add_note(content_type="multipart/form-data", file=("n.txt", b"abc"), text="t", draft=False)
    assert server.request.line == "POST /notes?draft=false"
    assert [(part.name, part.filename, part.body) for part in server.request.parts] == [
        ("text", None, b"t"),
        ("file", "n.txt", b"abc"),
    ]


def the_preferred_answer_is_asked_for_first(client: Client, server: Server) -> None:
    server.answers(200, json=[NOTE])
    notes = client.notes.export_notes()
    assert notes is not None
    assert notes[0].text == "n"
    assert server.request.headers["accept"] == (
        "application/json, application/vnd.notes+json;q=0.5, text/csv;q=0.5, application/pdf;q=0.5, */*;q=0.1"
    )


def another_answer_is_asked_for_by_its_media_type(client: Client, server: Server) -> None:
    server.answers(200, body=b"text,stars\n", content_type="text/csv; charset=utf-8")
    table: str | None = client.notes.export_notes(accept="text/csv")
    assert table == "text,stars\n"
    assert server.request.headers["accept"] == "text/csv, */*;q=0.1"
    server.answers(200, body=b"%PDF", content_type="application/pdf")
    paper: bytes | None = client.notes.export_notes(accept="application/pdf")
    assert paper == b"%PDF"
    server.answers(200, json=[NOTE], content_type="application/vnd.notes+json")
    notes: list[models.Note] | None = client.notes.export_notes(accept="application/vnd.notes+json")
    assert notes == [models.Note(text="n", stars=1)]
    server.answers(204)
    assert client.notes.export_notes(accept="text/csv") is None


async def both_choices_are_made_at_once(client: AsyncClient, server: Server) -> None:
    server.answers(200, json=[NOTE])
    assert await client.notes.replace_notes(body=[models.Note(text="n")]) == [models.Note(text="n", stars=1)]
    server.answers(200, body=b"<note/>", content_type="application/xml")
    text: str = await client.notes.replace_notes(
        content_type="application/octet-stream", body=b"raw", accept="application/xml"
    )
    assert text == "<note/>"
    assert (server.request.media_type, server.request.body) == ("application/octet-stream", b"raw")


def an_answer_of_another_type_than_asked_for_is_told(client: Client, server: Server) -> None:
    server.always(200, json=[NOTE])
    with pytest.warns(DecodeWarning, match="another media type .application/json for text/csv"):
        client.notes.export_notes(accept="text/csv")
    with pytest.raises(MisfitError):
        client.with_options(strict=True).notes.export_notes(accept="text/csv")


def a_range_takes_any_media_type_in_it(client: Client, server: Server) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"\x89"
        yield b"PNG"

    server.answers(204)
    client.notes.set_picture("7", body=pieces(), content_type="image/png")
    assert (server.request.media_type, server.request.body) == ("image/png", b"\x89PNG")
    server.answers(200, body=b"GIF", content_type="image/gif")
    assert client.notes.get_picture("7", accept="image/gif") == b"GIF"
    assert server.request.headers["accept"] == "image/gif, */*;q=0.1"
    with pytest.raises(InvalidRequestError, match="'text/plain' is not among"):
        client.notes.set_picture("7", body=b"x", content_type="text/plain")


def parameters_of_a_media_type_count(client: Client, server: Server) -> None:
    server.answers(200, json={"text": "n", "origin": "o"}, content_type="application/json; odata.metadata=full")
    full = client.notes.add_typed(
        text="n", content_type="application/json;odata.metadata=full", accept="application/json;odata.metadata=full"
    )
    assert full == models.FullNote(text="n", origin="o")
    assert server.request.media_type == "application/json;odata.metadata=full"
    server.answers(200, json={"text": "n"})
    assert client.notes.add_typed(text="n") == models.Note(text="n")
    assert server.request.media_type == "application/json"


def what_comes_with_an_answer_and_the_unsent_request_know_the_choice(client: Client, server: Server) -> None:
    server.answers(200, body=b"a,b\n", content_type="text/csv")
    assert client.raw_response(client.notes.export_notes, accept="text/csv").value == "a,b\n"
    request = client.build_request(client.notes.add_note, content_type="text/markdown", body="# n")
    assert (request.headers["content-type"], request.content) == ("text/markdown", b"# n")

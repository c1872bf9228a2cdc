"""Each kind of body as it goes over the wire."""

from __future__ import annotations

from io import BytesIO

from bodies_by_media_type import AsyncClient, Client, models

from calls_server import Part, Server


def the_preferred_media_type_is_json(client: Client, server: Server) -> None:
    server.answers(201)
    client.notes.add_note(text="é", stars=3)
    assert server.request.line == "POST /notes"
    assert server.request.media_type == "application/json"
    assert server.request.json == {"text": "é", "stars": 3}


async def an_asynchronous_call_sends_the_same(client: AsyncClient, server: Server) -> None:
    server.answers(201)
    await client.notes.add_note(text="é", stars=3)
    assert server.request.media_type == "application/json"
    assert server.request.json == {"text": "é", "stars": 3}


def a_form_repeats_a_field_for_each_item(client: Client, server: Server) -> None:
    server.answers(204)
    client.notes.merge_notes(text="a&b=c", tags=["x", "y z"])
    assert server.request.media_type == "application/x-www-form-urlencoded"
    assert server.request.form == [("tags", "x"), ("tags", "y z"), ("text", "a&b=c")]


def files_are_parts_beside_the_fields(client: Client, server: Server) -> None:
    server.answers(201)
    client.files.add_file(
        file=("cat.png", BytesIO(b"\x89PNG"), "image/png"), title="Cat", others=[b"1", b"2"], meta=models.Note(text="n")
    )
    given = {(part.name, part.filename, part.media_type, part.body) for part in server.request.parts}
    assert given == {
        ("file", "cat.png", "image/png", b"\x89PNG"),
        ("title", None, None, b"Cat"),
        ("others", "upload", "application/octet-stream", b"1"),
        ("others", "upload", "application/octet-stream", b"2"),
        ("meta", None, "application/json", b'{"text":"n"}'),
    }
    assert isinstance(server.request.parts[0], Part)

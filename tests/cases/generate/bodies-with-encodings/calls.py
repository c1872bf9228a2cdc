"""Forms whose properties are written in ways of their own."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bodies_with_encodings import AsyncClient, Client, InvalidRequestError, models

from calls_server import Server

RANGE = models.Range(from_=1, to=2)


def properties_of_a_form_have_styles(client: Client, server: Server) -> None:
    server.answers(204)
    client.forms.send_form(
        plain=["a", "b c"],
        joined=["a", "b"],
        piped=[1, 2],
        deep=RANGE,
        spread=RANGE,
        object=RANGE,
        as_json=[1, 2],
        reserved="a/b?c&d",
        flag=True,
        nothing=None,
    )
    assert server.request.body.decode().split("&") == [
        "asJson=%5B1%2C2%5D",
        "deep%5Bfrom%5D=1",
        "deep%5Bto%5D=2",
        "flag=true",
        "joined=a,b",
        "object=%7B%22from%22%3A1%2C%22to%22%3A2%7D",
        "piped=1%7C2",
        "plain=a",
        "plain=b+c",
        "reserved=a/b?c%26d",
        "from=1",
        "to=2",
    ]


def parts_have_media_types_and_headers(client: Client, server: Server) -> None:
    server.answers(204)
    client.forms.send_parts(
        picture=("a.png", b"PNG", "image/png", {"X-Checksum": "7"}), scan=BytesIO(b"TIFF"), note="# n", origin=RANGE
    )
    picture, scan, note, origin = sorted(
        server.request.parts, key=lambda part: ["picture", "scan", "note", "origin"].index(part.name)
    )
    assert (picture.filename, picture.media_type, picture.body) == ("a.png", "image/png", b"PNG")
    assert picture.headers["x-checksum"] == "7"
    assert (scan.filename, scan.media_type, scan.body) == ("upload", "image/tiff", b"TIFF")
    assert (note.filename, note.media_type, note.body) == (None, "text/markdown", b"# n")
    assert (origin.media_type, origin.body) == ("application/json", b'{"from":1,"to":2}')


async def lists_are_parts_or_one_part(client: AsyncClient, server: Server) -> None:
    server.answers(204)
    await client.forms.send_parts(
        picture=b"raw",
        pages=[b"1", ("2.txt", b"2")],
        list=[RANGE, models.Range(to=3)],
        as_json=[1, 2],
        deep=RANGE,
        names=["a", "b"],
        joined=["x", "y"],
        when=datetime(2026, 9, 1, tzinfo=UTC),
        count=3,
    )
    assert [(part.name, part.media_type, part.body) for part in server.request.parts if part.name != "picture"] == [
        ("asJson", "application/json", b"[1,2]"),
        ("count", None, b"3"),
        ("deep[from]", None, b"1"),
        ("deep[to]", None, b"2"),
        ("joined", None, b"x,y"),
        ("list", "application/json", b'{"from":1,"to":2}'),
        ("list", "application/json", b'{"to":3}'),
        ("names", None, b"a"),
        ("names", None, b"b"),
        ("pages", "application/octet-stream", b"1"),
        ("pages", "text/plain", b"2"),
        ("when", None, b"2026-09-01T00:00:00Z"),
    ]


def a_form_without_a_schema_takes_any_fields(client: Client, server: Server) -> None:
    server.answers(204)
    client.forms.send_mixed(body={"file": Path(__file__), "name": "x", "tags": ["a", "b"]})
    parts = [(part.name, part.filename) for part in server.request.parts]
    assert parts == [("file", Path(__file__).name), ("name", None), ("tags", None), ("tags", None)]


def a_file_by_reference_is_a_file(client: Client, server: Server) -> None:
    server.answers(204)
    client.forms.send_files(
        report=b"1", pages=[b"2", ("b.txt", b"3")], all=[BytesIO(b"4")], maybe=None, either="5", note="6"
    )
    assert [(part.name, part.filename, part.body) for part in server.request.parts] == [
        ("all", "upload", b"4"),
        ("either", None, b"5"),
        ("note", None, b"6"),
        ("pages", "upload", b"2"),
        ("pages", "b.txt", b"3"),
        ("report", "upload", b"1"),
    ]


def the_name_of_a_file_is_no_file(client: Client, server: Server) -> None:
    told = r"a text is no file\. Give its bytes, pathlib\.Path\(\.\.\.\), or a file open in binary mode"
    name: Any = "report.pdf"
    wrong: dict[str, Any]
    for wrong in ({"report": name}, {"pages": [b"1", name]}, {"all": [name]}, {"maybe": name}):
        with pytest.raises(InvalidRequestError, match=f"{next(iter(wrong))}: {told}"):
            client.forms.send_files(**wrong)
    with pytest.raises(InvalidRequestError, match=f"picture: {told}"):
        client.forms.send_parts(picture=name, extra_body={"more": 1})
    assert server.requests == []


def extra_properties_leave_the_others_as_they_are_written(client: Client, server: Server) -> None:
    server.answers(204)
    client.forms.send_form(joined=["a", "b"], extra_body={"more": "1"})
    assert server.request.body == b"joined=a,b&more=1"
    server.answers(204)
    client.forms.send_parts(picture=b"", as_json=[1], extra_body={"more": "1"})
    assert [(part.name, part.media_type, part.body) for part in server.request.parts if part.name != "picture"] == [
        ("asJson", "application/json", b"[1]"),
        ("more", None, b"1"),
    ]

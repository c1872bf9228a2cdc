"""Bodies that do not pass through memory as a whole, over a real network."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import anyio
import anyio.lowlevel
import httpx2
import pytest
from clinic import AsyncClinic, Clinic
from local_server import Handler, LocalServer

from runtime import ClosedClientError, NotFoundError, ServerSentEvent
from runtime.events import LineParser, events_of

CHUNK = b"x" * 65_536
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def _sends(*pieces: bytes) -> object:
    def answer(handler: Handler) -> None:
        handler.wfile.write(HEAD)
        for piece in pieces:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")

    return answer


def test_a_body_is_read_piece_by_piece(server: LocalServer) -> None:
    server.answer = _sends(*[CHUNK] * 20)  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    with Clinic(base_url=server.url) as client, client.stream(client.pets.download) as body:
        pieces = list(body.iter_bytes())
    assert (len(pieces) > 1, sum(map(len, pieces))) == (True, 20 * len(CHUNK))
    assert (body.status, body.headers["content-type"]) == (200, "application/octet-stream")


def test_a_body_goes_to_a_file(server: LocalServer, tmp_path: Path) -> None:
    server.answer = _sends(b"a", b"b")  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    with Clinic(base_url=server.url) as client, client.stream(client.pets.download) as body:
        body.save(tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"ab"


def test_lines_and_events_come_out_of_any_pieces(server: LocalServer) -> None:
    server.answer = _sends(b"data: a\r", b"\ndata: b\n\nevent: e\nid: 7\ndata: {}", b"\n\n")  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    with Clinic(base_url=server.url) as client:
        with client.stream(client.pets.download) as body:
            assert list(body.iter_lines()) == ["data: a", "data: b", "", "event: e", "id: 7", "data: {}", ""]
        with client.stream(client.pets.download) as body:
            assert list(body.iter_events()) == [ServerSentEvent("a\nb"), ServerSentEvent("{}", "e", "7")]


def test_a_stream_that_is_an_error_raises_before_it_is_read(server: LocalServer) -> None:
    head = b"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n"
    server.answer = lambda handler: handler.reply(b'{"message": "gone"}', head)
    with (
        Clinic(base_url=server.url) as client,
        pytest.raises(NotFoundError, match="gone"),
        client.stream(client.pets.download),
    ):
        pytest.fail("the body of an error is no stream")


def test_leaving_a_stream_early_frees_its_connection(server: LocalServer) -> None:
    server.answer = _sends(*[CHUNK] * 20)  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    one = httpx2.Client(limits=httpx2.Limits(max_connections=1))
    opened: list[object] = []  # keeps them from being closed as garbage
    with one, Clinic(base_url=server.url, http_client=one, timeout=1, max_retries=0) as client:
        for _ in range(3):
            with client.stream(client.pets.download) as body:
                pieces = body.iter_bytes()
                opened += [body, pieces, next(pieces)]
        assert client.pets.download() == CHUNK * 20


def test_leaving_an_asynchronous_stream_early_frees_its_connection(server: LocalServer) -> None:
    server.answer = _sends(*[CHUNK] * 20)  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]

    async def run() -> None:
        opened: list[object] = []
        one = httpx2.AsyncClient(limits=httpx2.Limits(max_connections=1))
        async with one, AsyncClinic(base_url=server.url, http_client=one, timeout=1, max_retries=0) as client:
            for _ in range(3):
                async with client.stream(client.pets.download) as body:
                    pieces = body.iter_bytes()
                    opened += [body, pieces, await anext(pieces)]
            assert await client.pets.download() == CHUNK * 20

    anyio.run(run)


def test_a_body_is_sent_piece_by_piece(server: LocalServer, tmp_path: Path) -> None:
    taken: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(5):
            taken.append(number)
            yield b"ab"

    path = tmp_path / "big"
    path.write_bytes(CHUNK * 3)
    with Clinic(base_url=server.url) as client:
        client.pets.upload(pieces())
        client.pets.upload(path)
        client.pets.upload({"file": path}, content_type="multipart/form-data")
    assert taken == [0, 1, 2, 3, 4]
    assert [server.seen[0][2], server.seen[1][2]] == [b"ab" * 5, CHUNK * 3]
    assert CHUNK * 3 in server.seen[2][2]


def test_a_file_is_read_again_from_where_it_stood_when_a_put_is_repeated(server: LocalServer, tmp_path: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.hang_up() if len(server.seen) == 1 else handler.reply(b"{}")

    server.answer = answer
    path = tmp_path / "a"
    path.write_bytes(b"head-body")
    with path.open("rb") as file, Clinic(base_url=server.url) as client:
        file.seek(5)
        client.pets.upload(file)
    assert [body for _, _, body in server.seen] == [b"body", b"body"]


def test_the_asynchronous_client_streams_both_ways(server: LocalServer, tmp_path: Path) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(3):
            await anyio.lowlevel.checkpoint()
            yield b"ab"

    async def run() -> None:
        path = tmp_path / "big"
        path.write_bytes(CHUNK * 3)
        async with AsyncClinic(base_url=server.url) as client:
            for body in (pieces(), path, iter([b"x", b"y"]), b"raw"):
                await client.pets.upload(body)
            await client.pets.upload({"file": path}, content_type="multipart/form-data")
            server.answer = _sends(b"data: a\n", b"\n")  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
            async with client.stream(client.pets.download) as stream:
                assert [event async for event in stream.iter_events()] == [ServerSentEvent("a")]
            async with client.stream(client.pets.download) as stream:
                await stream.save(tmp_path / "out")
        with pytest.raises(ClosedClientError):
            await client.pets.download()

    anyio.run(run)
    assert [body for _, _, body in server.seen[:4]] == [b"ab" * 3, CHUNK * 3, b"xy", b"raw"]
    assert CHUNK * 3 in server.seen[4][2]
    assert (tmp_path / "out").read_bytes() == b"data: a\n\n"


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_line_ends_may_fall_anywhere(size: int) -> None:
    text = "a\r\nb\rzoë\n\nend".encode()
    lines = LineParser()
    found = [line for at in range(0, len(text), size) for line in lines.feed(text[at : at + size])] + lines.end()
    assert found == ["a", "b", "zoë", "", "end"]


def test_events_after_the_standard() -> None:
    stream = b"\xef\xbb\xbf: hello\ndata\n\nretry: 5\ndata:x\ndata:  y\n\nid\nevent: none\n\ndata: cut"
    assert list(events_of([stream])) == [ServerSentEvent(""), ServerSentEvent("x\n y", retry=5)]

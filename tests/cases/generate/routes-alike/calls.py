"""Paths that one server tells apart by what stands in them, and paths whose parameters are not all declared."""

from __future__ import annotations

from routes_alike import Client, models

from calls_server import Server


def each_of_two_paths_alike_has_its_own_method(client: Client, server: Server) -> None:
    server.answers(json={"name": "a"})
    server.answers(json={"name": "b"})
    assert client.files.get_by_file_id(7) == models.File(name="a")
    assert client.files.get_by_path("docs") == models.File(name="b")
    assert [request.line for request in server.requests] == ["GET /files/7", "GET /files/docs"]


def other_methods_of_paths_alike_keep_their_plain_names(client: Client, server: Server) -> None:
    server.answers(204)
    server.answers(204)
    client.files.delete(7)
    client.files.store_file("docs", body=b"1")
    assert [request.line for request in server.requests] == ["DELETE /files/7", "PUT /files/docs"]


def a_name_of_the_path_is_filled_in_whether_it_is_declared_or_not(client: Client, server: Server) -> None:
    server.answers(204)
    client.folders.get(3, "a/b")
    assert server.request.line == "GET /folders/3/a%2Fb"


def an_operation_without_described_answers_can_be_called(client: Client, server: Server) -> None:
    server.answers(204)
    client.folders.replace(3, "x")
    assert server.request.line == "PUT /folders/3/x"

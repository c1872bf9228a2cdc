"""Whatever an operation is called in the document, there is a method for it, and it is no other one's."""

from __future__ import annotations

from operation_ids import AsyncClient, Client

from calls_server import Server


def every_operation_has_a_method_of_its_own(client: Client, server: Server) -> None:
    server.always(204)
    for call in (
        client.root.root,
        client.root.create,
        client.same.one.get,
        client.same.two.get,
        client.cased.one.get,
        client.cased.two.get,
        client.cased.three.get,
        client.written.get,
        client.written.a_b.get,
        client.long.create,
        client.straßen.größe_holen,
        client.class_.import_,
        client.close_.with_options_,
        client.signs.list,
        client.a.several,
        client.value_2fa.digits,
    ):
        call()
    assert [each.line for each in server.requests] == [
        "GET /",
        "POST /",
        "GET /same/one",
        "GET /same/two",
        "GET /cased/one",
        "GET /cased/two",
        "GET /cased/three",
        "GET /written",
        "GET /written/a-b",
        "POST /long",
        "GET /unicode",
        "GET /reserved",
        "PUT /reserved",
        "GET /signs",
        "GET /tags",
        "PUT /tags",
    ]


async def routes_that_differ_by_a_name_alone_are_both_there(client: AsyncClient, server: Server) -> None:
    server.always(204)
    await client.missing.get_by_id("7")
    await client.missing.get_by_name("x")
    assert [each.line for each in server.requests] == ["GET /missing/7", "GET /missing/x"]

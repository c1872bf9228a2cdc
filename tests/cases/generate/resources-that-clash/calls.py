"""Resources that are called as what a module of the package imports: each has its type, and works."""

from __future__ import annotations

from uuid import UUID

from resources_that_clash import Client

from calls_server import Server


def a_resource_is_of_its_own_type(client: Client, server: Server) -> None:
    assert [type(each).__name__ for each in (client.api, client.uuid)] == ["ApiResource", "Uuid"]


def every_one_can_be_called(client: Client, server: Server) -> None:
    server.always(204)
    for resource in (client.api, client.collection, client.scheme, client.timeout, client.http_client, client.async_):
        resource.get()
    client.uuid.find(id=UUID("0b7e5c1c-3f5d-4a8e-9d64-2f1f6f2b9a10"))
    assert [each.target for each in server.requests[:2]] == ["/api", "/collection"]
    assert server.requests[-1].target == "/of?id=0b7e5c1c-3f5d-4a8e-9d64-2f1f6f2b9a10"

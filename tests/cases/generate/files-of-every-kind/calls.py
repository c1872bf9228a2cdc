"""An API that is spread over files, each thing of it in another one."""

from __future__ import annotations

from uuid import UUID

import pytest
from files_of_every_kind import AsyncClient, Client, NotFoundError, models

from calls_server import Server

ID = UUID(int=5)


def a_path_in_another_file_takes_parameters_from_a_third(client: Client, server: Server) -> None:
    server.answers(json=[{"name": "Fern", "size": "small", "parent": {"name": "Old fern"}}], headers={"X-Total": "1"})
    answer = client.raw_response(client.plants.list_plants, limit=3)
    assert server.request.line == "GET /plants?limit=3"
    assert answer.value == [models.Plant(name="Fern", size="small", parent=models.Plant(name="Old fern"))]


def a_path_and_what_stands_beside_its_reference_are_one(client: Client, server: Server) -> None:
    server.answers(json={"name": "Fern"})
    server.answers(204)
    assert client.plants.get_plant(ID).name == "Fern"
    client.plants.delete_plant(ID)
    assert [each.line for each in server.requests] == [f"GET /plants/{ID}", f"DELETE /plants/{ID}"]


def one_file_by_several_spellings_is_one_model(client: Client, server: Server) -> None:
    server.answers(201, json={"plants": [{"name": "Fern"}], "size": "tall"})
    bed = client.plants.add_plant(name="Fern", bed=models.Bed(plants=[models.Plant(name="Moss")]))
    assert bed == models.Bed(plants=[models.Plant(name="Fern")], size="tall")
    assert server.request.json == {"name": "Fern", "bed": {"plants": [{"name": "Moss"}]}}


async def an_answer_behind_two_references_is_an_error_with_its_model(client: AsyncClient, server: Server) -> None:
    server.answers(404, body=b'{"title": "gone", "bed": {"size": "small"}}', content_type="application/problem+json")
    with pytest.raises(NotFoundError) as raised:
        await client.plants.get_plant(ID)
    assert raised.value.error == models.Problem(title="gone", bed=models.Bed(size="small"))


def a_scheme_in_another_file_is_an_argument_of_the_client(server: Server) -> None:
    server.answers(json=[])
    with Client(key="k", base_url=server.url) as client:
        client.plants.list_plants()
    assert server.request.headers["x-key"] == "k"

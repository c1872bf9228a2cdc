"""A document of Swagger 2.0, spread over files, as its user calls it."""

from __future__ import annotations

from uuid import UUID

from swagger_2 import AsyncClient, Client, NotFoundError, models

from calls_server import Server

PET: dict[str, object] = {"id": 1, "kind": "Dog", "name": "Rex", "first": {"at": "2026-03-01T12:30:00Z"}}


def lists_are_written_as_their_collection_format_says(client: Client, server: Server) -> None:
    server.answers(json=[PET])
    pets = client.pets.list_pets(
        tag=["a", "b"], id=[1, 2], size=["small", "big"], near=[1.5, 2.5], x_trace=UUID(int=1), limit=5
    )
    assert server.request.line == "GET /pets?limit=5&tag=a&tag=b&id=1,2&size=small%7Cbig&near=1.5%202.5"
    assert server.request.headers["x-trace"] == "00000000-0000-0000-0000-000000000001"
    assert pets == [models.Pet.model_validate(PET)]


def a_body_among_the_shared_parameters_is_the_body(server: Server) -> None:
    server.answers(201, json=PET)
    with Client(access_token="t", base_url=server.url) as client:
        pet = client.pets.add_pet(name="Rex", owner=None, color="white")
    assert server.request.media_type == "application/json"
    assert server.request.json == {"name": "Rex", "owner": None, "color": "white"}
    assert pet.id == 1


def an_operation_takes_its_own_media_type_for_a_shared_body(client: Client, server: Server) -> None:
    server.answers(204)
    client.pets.update_pet(7, name="Rex")
    assert server.request.line == "PATCH /pets/7"
    assert server.request.media_type == "application/merge-patch+json"
    assert server.request.json == {"name": "Rex"}


def an_inline_schema_is_one_model_for_all_media_types(client: Client, server: Server) -> None:
    server.answers(json={"at": "2026-03-01T12:30:00Z"})
    answer = client.pets.replace_pet(7, name="Rex", note=None)
    assert server.request.json == {"name": "Rex", "note": None}
    assert isinstance(answer, models.PetsReplacePetResponse)


async def an_answer_in_another_file_is_the_error_that_it_describes(client: AsyncClient, server: Server) -> None:
    server.answers(404, json={"message": "gone", "cause": {"message": "given away", "cause": None}})
    try:
        await client.pets.get_pet(7)
    except NotFoundError as error:
        problem = error.error
        assert isinstance(problem, models.Problem)
        assert problem.cause == models.Problem(message="given away", cause=None)
    else:
        raise AssertionError("a 404 is an error")


def a_file_goes_up_in_a_form_and_comes_down_as_bytes(client: Client, server: Server) -> None:
    server.answers(json={"width": 3, "pet": PET})
    server.answers(body=b"\x89PNG", content_type="image/png")
    added = client.pictures.add_picture(7, picture=b"\x89PNG", title="Rex", labels=["a", "b"])
    parts = {(part.name, part.body) for part in server.request.parts}
    assert parts == {("picture", b"\x89PNG"), ("title", b"Rex"), ("labels", b"a"), ("labels", b"b")}
    assert added == models.Picture(width=3, pet=models.Pet.model_validate(PET))
    assert client.pictures.get_picture(7) == b"\x89PNG"


def a_form_repeats_a_field_or_parts_it_by_commas(client: Client, server: Server) -> None:
    server.answers(json={"hits": 2})
    assert client.pets.search(words=["a", "b"], kinds=["x", "y"]).hits == 2
    assert server.request.form == [("kinds", "x,y"), ("words", "a"), ("words", "b")]


def a_path_in_another_file_refers_back_to_the_document(client: Client, server: Server) -> None:
    server.answers(json="kept")
    assert client.reports.add_report(text="t", pet=models.Pet(id=1, kind="Dog", name="Rex")) == "kept"
    assert server.request.json == {"text": "t", "pet": {"id": 1, "kind": "Dog", "name": "Rex"}}

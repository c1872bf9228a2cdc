"""Names of before: each works, warns at the line that uses it, and is deprecated to type checkers."""

# mypy: enable-error-code="deprecated"
# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import inspect
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date

import pytest
from names_former import UNVERIFIED, AsyncClient, Client, models, webhooks

from calls_server import Server

TOM = {"name": "Tom", "bornOn": "2020-02-20", "kind": "cat"}


@contextmanager
def _warned(*names: str) -> Generator[None]:
    """Each old name warns once, in this file, with the name of today."""
    here = inspect.stack()[2]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    told = [(each.category, each.filename, here.lineno < each.lineno < here.lineno + 6) for each in caught]
    assert told == [(DeprecationWarning, __file__, True)] * len(names)
    end = " now; the old name goes with the first release after 0.2"
    assert [str(each.message) for each in caught] == [name + end for name in names]


def a_method_works_where_it_stood_before(client: Client, server: Server) -> None:
    server.always(json={"items": [TOM]})
    with _warned("zoo.beasts.list_pets is animals.list"):
        page = client.zoo.beasts.list_pets(page_size=2)  # type: ignore[deprecated]
    assert page.items[0].name == "Tom"
    with _warned("animals.list_pets is animals.list"):
        client.animals.list_pets(cursor="a")  # type: ignore[deprecated]
    assert [each.line for each in server.requests] == ["GET /pets?pageSize=2", "GET /pets?cursor=a"]


async def so_does_an_asynchronous_one(client: AsyncClient, server: Server) -> None:
    server.always(json={"items": [TOM]})
    with _warned("zoo.beasts.list_pets is animals.list"):
        call = client.zoo.beasts.list_pets()  # type: ignore[deprecated]
    assert (await call).items[0].name == "Tom"
    with _warned("the argument limit is page_size"):
        call = client.animals.list(limit=3)  # type: ignore[deprecated]
    assert (await call).items[0].name == "Tom"
    assert server.request.line == "GET /pets?pageSize=3"


def pages_are_turned_by_the_name_of_before(client: Client, server: Server) -> None:
    server.answers(json={"items": [TOM], "next": "b"})
    server.answers(json={"items": [TOM]})
    with _warned("zoo.beasts.list_pets_all is animals.list_all"):
        pets = client.zoo.beasts.list_pets_all()  # type: ignore[deprecated]
    assert [pet.name for pet in pets] == ["Tom", "Tom"]


async def and_so_are_those_of_an_asynchronous_client(client: AsyncClient, server: Server) -> None:
    server.answers(json={"items": [TOM], "next": "b"})
    server.answers(json={"items": [TOM]})
    with _warned("animals.list_pets_all is animals.list_all"):
        pets = client.animals.list_pets_all()  # type: ignore[deprecated]
    assert [pet.name async for pet in pets] == ["Tom", "Tom"]


def an_argument_works_by_the_name_of_before(client: Client, server: Server) -> None:
    server.always(json=TOM)
    with _warned("the argument pet_id is pet"):
        client.pets.get("ada", pet_id="tom")  # type: ignore[deprecated]
    with _warned("the argument deep is whole"):
        client.pets.get("ada", "tom", deep=True)  # type: ignore[deprecated]
    with _warned("the argument pet_id is pet", "the argument deep is whole"):
        client.pets.get("ada", pet_id="tom", deep=True)  # type: ignore[deprecated]
    with _warned("the argument label is name", "the argument born is born_on"):
        client.pets.adopt(label="Tom", born=date(2020, 2, 20))  # type: ignore[deprecated]
    lines = [each.line for each in server.requests]
    assert lines[:3] == ["GET /owners/ada/pets/tom", *["GET /owners/ada/pets/tom?deep=true"] * 2]
    assert server.request.json == {"name": "Tom", "bornOn": "2020-02-20"}


def a_method_of_before_takes_arguments_of_before(client: Client, server: Server) -> None:
    server.answers(json=TOM)
    with _warned("pets.buy is pets.adopt", "the argument label is name"):
        client.pets.buy(label="Tom")  # type: ignore[deprecated]
    assert server.request.json == {"name": "Tom"}


def names_of_today_warn_of_nothing(client: Client, server: Server) -> None:
    server.always(json=TOM)
    with _warned():
        client.pets.adopt(name="Tom", born_on=date(2020, 2, 20))
        client.pets.get("ada", pet="tom", whole=False)
        client.pets.get("ada", "tom")
        models.Animal(name="Tom").born_on = None


def both_names_of_an_argument_are_refused(client: Client) -> None:
    with pytest.raises(TypeError, match=r"^list\(\) got 'limit' and 'page_size', which are the same argument$"):
        client.animals.list(limit=1, page_size=2)  # type: ignore[call-overload]


def an_unknown_argument_is_still_told_by_the_method(client: Client) -> None:
    with pytest.raises(TypeError, match=r"list\(\) got an unexpected keyword argument 'page_sise'"):
        client.animals.list(page_sise=2)  # type: ignore[call-overload]


def what_else_a_method_is_for_works_too(client: Client, server: Server) -> None:
    server.answers(json={"items": [TOM]})
    with _warned("zoo.beasts.list_pets is animals.list"):
        method = client.zoo.beasts.list_pets
    assert client.raw_response(method, page_size=4).value.items[0].name == "Tom"
    assert client.build_request(method, cursor="x").url.endswith("/pets?cursor=x")
    assert client.operation(method).name == "animals.list"


def a_model_works_by_the_name_of_before(client: Client, server: Server) -> None:
    server.answers(json=TOM)
    with _warned("models.Pet is models.Animal"):
        kind = models.Pet
    assert kind is models.Animal
    pet: models.Animal = client.pets.get("ada", "tom")
    assert isinstance(pet, kind)


def a_property_works_by_the_name_of_before() -> None:
    pet = models.Animal.model_validate(TOM)
    with _warned("Animal.label is name"):
        assert pet.label == "Tom"  # pyright: ignore[reportDeprecated]
    with _warned("Animal.birthday is born_on"):
        pet.birthday = date(2021, 1, 1)  # type: ignore[deprecated]
    assert pet.model_dump(by_alias=True, mode="json") == {**TOM, "bornOn": "2021-01-01"}


def a_model_is_made_with_properties_of_before() -> None:
    with _warned("Animal.label is name"):
        pet = models.Animal(label="Tom", kind="cat")  # type: ignore[deprecated]
    assert pet == models.Animal(name="Tom", kind="cat")
    assert pet.model_dump(by_alias=True, exclude_unset=True) == {"name": "Tom", "kind": "cat"}


def a_webhook_works_by_the_name_of_before() -> None:
    with _warned("webhooks.new_pet is webhooks.new_animal"):
        webhook = webhooks.new_pet
    assert webhook is webhooks.new_animal
    pet = webhook.parse(b'{"name": "Tom"}', {"Content-Type": "application/json"}, verify=UNVERIFIED)
    assert pet == models.Animal(name="Tom")
    assert not hasattr(webhooks, "new_plant")


def what_an_earlier_release_renamed_is_gone(client: Client) -> None:
    assert not hasattr(client.pets, "fetch")

"""Schemas that others build upon: a use of one means any of them."""

from __future__ import annotations

import warnings

import pytest
from unions_by_inheritance import AsyncClient, Client, NewerAnswerWarning, models

from calls_server import Server


def each_pet_is_what_its_tag_says(client: Client, server: Server) -> None:
    server.answers(
        200,
        json=[
            {"petType": "Cat", "name": "Tom", "lives": 9},
            {"petType": "Siamese", "name": "Si", "voice": "loud"},
            {"petType": "Dog", "name": "Rex", "friends": [{"petType": "Fish", "name": "Bubbles"}]},
            {"petType": "Pet", "name": "any"},
        ],
    )
    cat, siamese, dog, pet = client.pets.list_pets()
    assert cat == models.Cat(pet_type="Cat", name="Tom", lives=9)
    assert siamese == models.Siamese(name="Si", voice="loud")
    assert dog == models.Dog(name="Rex", friends=[models.Fish(name="Bubbles")])
    assert pet == models.Pet(pet_type="Pet", name="any")


def a_pet_of_a_kind_from_tomorrow_is_a_pet_and_loses_nothing(client: Client, server: Server) -> None:
    sent = [{"petType": "Parrot", "name": "Polly", "words": ["hello"]}]
    server.answers(200, json=sent)
    with pytest.warns(NewerAnswerWarning, match=r"\[0\]\.petType: unknown value \('Parrot'\)"):
        (polly,) = client.pets.list_pets()
    match polly:
        case models.Pet():
            assert polly.name == "Polly"
        case _:
            raise AssertionError(polly)
    assert [polly.model_dump(by_alias=True, exclude_unset=True)] == sent


def the_tag_is_sent_without_being_given(client: Client, server: Server) -> None:
    answered = {"petType": "Dog", "name": "Rex"}
    server.answers(200, json=answered)
    assert client.pets.add_pet(body=models.Dog(name="Rex")) == models.Dog(name="Rex")
    assert server.request.json == answered


def a_mapping_goes_by_its_tag(client: Client, server: Server) -> None:
    server.answers(200, json={"petType": "Fish", "name": "Bubbles"})
    client.pets.add_pet(body=models.Fish.model_validate({"petType": "Fish", "name": "Bubbles"}))
    assert server.request.json == {"petType": "Fish", "name": "Bubbles"}


def a_cat_may_be_of_a_breed(client: Client, server: Server) -> None:
    server.answers(200, json={"petType": "Siamese", "name": "Si", "voice": "loud"})
    assert isinstance(client.cats.get_cat(), models.Siamese)


async def pets_in_maps_and_nullable_pets_are_told_apart_too(client: AsyncClient, server: Server) -> None:
    server.answers(200, json={"pets": {"a": {"petType": "Fish", "name": "f"}}, "favourite": None})
    owner = await client.owners.get_owner()
    assert owner == models.Owner(pets={"a": models.Fish(name="f")}, favourite=None)


def discriminators_inside_discriminators_are_followed(client: Client, server: Server) -> None:
    sent = [
        {"type": "signup", "user": "ada"},
        {"type": "payment", "method": "card", "digits": "1234"},
        {"type": "payment", "method": "cash"},
        {"type": "ping", "id": 7},
    ]
    server.answers(200, json=sent)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = client.events.list_events()
    assert found == [
        models.Signup(user="ada"),
        models.CardPayment(digits="1234"),
        models.Payment(method="cash"),
        models.Event(type="ping", id=7),
    ]
    assert [each.model_dump(by_alias=True, exclude_unset=True) for each in found] == sent
    assert [str(each.message).partition(" at ")[2] for each in caught] == ["[2].method: unknown value ('cash')"]


def a_base_that_lists_its_children_is_their_choice(client: Client, server: Server) -> None:
    server.answers(200, json={"kind": "bike", "gears": 3})
    assert client.vehicles.get_vehicle() == models.Bike(gears=3)

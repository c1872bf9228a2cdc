"""Documents of two products and two versions as one package."""

from __future__ import annotations

from typing import assert_type

from zoo import Client, models, v1, v2

from calls_server import Server


def the_newest_version_is_at_the_top(server: Server) -> None:
    server.answers(json=[{"name": "Ape", "legs": 2, "keeper": {"name": "Jo"}}])
    keeper = models.care_animals.Keeper(name="Jo")
    with Client(access_token="x", base_url=server.url) as client:
        assert client.animals.list() == [v2.models.care_animals.Animal(name="Ape", legs=2, keeper=keeper)]
    assert server.request.line == "GET /animals/v2"


def operations_of_all_documents_share_one_tree(server: Server) -> None:
    server.answers(json={"name": "Ape"})
    server.answers(201, json={"price": 2.5})
    with v1.Client(access_token="x", base_url=server.url) as client:
        animal = client.animals.get(7)
        assert_type(animal, v1.models.care_animals.Animal)
        assert animal == v1.models.care_animals.Animal(name="Ape")
        assert client.tickets.create(price=2.5) == v1.models.sales_tickets.Ticket(price=2.5)


def the_later_release_of_a_document_stands(server: Server) -> None:
    server.answers(json=[1.5])
    with v1.Client(base_url=server.url) as client:
        assert client.tickets.prices.list() == [1.5]
    assert not hasattr(v1.models, "sales_tickets_9")


def models_that_are_equal_are_one_class() -> None:
    assert v1.models.care_animals.Error is v1.models.sales_tickets.Error is v2.models.care_animals.Error
    assert v1.models.care_animals.Address is v1.models.sales_tickets.Address
    assert len({v1.models.care_animals.Animal, v2.models.care_animals.Animal}) == 2


def schemes_of_one_name_that_differ_are_told_apart(server: Server) -> None:
    server.answers(json={})
    server.answers(json={})
    with v1.Client(key_sales_tickets="one", base_url=server.url) as client:
        client.tickets.address.get(1)
    assert server.request.headers["x-ticket-key"] == "one"
    with v1.Client(key_care_animals="two", base_url=server.url) as client:
        client.animals.address.get(1)
    assert server.request.headers["x-animal-key"] == "two"


def a_document_on_another_host_keeps_its_address() -> None:
    with v1.Client(access_token="x") as client:
        there = client.build_request(client.tickets.address.get, 1).url
        here = client.build_request(client.animals.get, 1).url
    assert (there, here) == ("https://tickets.zoo.example/tickets/v1/1/address", "https://zoo.example/animals/v1/1")

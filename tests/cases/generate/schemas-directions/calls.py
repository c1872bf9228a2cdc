"""Properties that only answers have, and properties that only requests have."""

from __future__ import annotations

import inspect
from typing import assert_type

import pytest
from pydantic import ValidationError
from schemas_directions import Client, models

from calls_server import Server


def what_only_answers_have_is_not_asked_for(client: Client, server: Server) -> None:
    server.answers(json={"id": 1, "name": "Rex", "owner": {"ownerId": "a", "name": "Ada"}})
    pet = client.pets.add(name="Rex", secret="s", owner=models.Owner(name="Ada"))
    assert server.request.json == {"name": "Rex", "secret": "s", "owner": {"name": "Ada"}}
    assert_type(pet.id, int)
    assert_type(pet.owner.owner_id, str)
    assert (pet.id, pet.owner.owner_id) == (1, "a")
    assert "id" not in inspect.signature(client.pets.add).parameters


def what_only_requests_have_is_not_demanded_of_an_answer(client: Client, server: Server) -> None:
    server.answers(json={"id": 1, "name": "Rex", "owner": {"ownerId": "a", "name": "Ada"}})
    pet = client.pets.add(name="Rex", secret="s", owner=models.Owner(name="Ada"))
    assert_type(pet.secret, str | None)
    assert pet.secret is None


def an_answer_goes_back_as_it_came(client: Client, server: Server) -> None:
    body = {"id": 1, "name": "Rex", "owner": {"ownerId": "a", "name": "Ada"}, "size": "m"}
    server.answers(json=body)
    pet = client.pets.add(name="Rex", secret="s", owner=models.Owner(name="Ada"))
    server.answers(204)
    client.pets.add_all(body=[pet, models.Pet(name="Bea", owner=pet.owner, secret="t")])
    assert server.request.json == [body, {"name": "Bea", "owner": body["owner"], "secret": "t"}]


def a_default_is_not_sent_by_itself(client: Client, server: Server) -> None:
    assert models.Owner(name="Ada").model_dump(exclude_unset=True) == {"name": "Ada"}
    server.answers(204)
    client.pets.add_all(body=[models.Pet(name="Bea", owner=models.Owner(name="Ada"))])
    assert server.request.json == [{"name": "Bea", "owner": {"name": "Ada"}}]


def whatever_goes_one_way_alone_is_demanded(client: Client, server: Server) -> None:
    with pytest.raises(ValidationError, match="password"):
        models.Login.model_validate({})
    server.answers(json={})
    with pytest.warns(UserWarning, match="count: missing field"):
        client.pets.report()


def the_rest_is_still_checked() -> None:
    with pytest.raises(ValidationError, match="at most 5"):
        models.Owner(name="too long")

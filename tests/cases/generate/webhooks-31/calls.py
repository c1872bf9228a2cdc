"""What a receiver gets from each kind of body. No way of signing is configured, so each call brings a verifier."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from webhooks_31 import (
    UNVERIFIED,
    Client,
    Delivery,
    WebhookError,
    WebhookPayloadError,
    WebhookSetupError,
    WebhookVerificationError,
    models,
    webhooks,
)

from calls_server import Server

JSON = {"Content-Type": "application/json"}
PET = b'{"id": 1, "name": "Rex", "born": "2026-01-02T03:04:05Z", "mood": "good"}'


def a_payload_is_a_model() -> None:
    pet = webhooks.new_pet.parse(PET, JSON, verify=UNVERIFIED)
    assert pet == models.Pet(id=1, name="Rex", born=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), mood="good")
    assert (webhooks.new_pet.method, webhooks.new_pet.answers) == ("POST", ("200", "410"))


def a_payload_goes_back_to_the_api_as_it_came(client: Client, server: Server) -> None:
    server.answers(200, json=["https://example.com/hook"])
    assert client.webhooks.list() == ["https://example.com/hook"]  # a resource of that name is something else
    pet = webhooks.new_pet.parse(PET, JSON, verify=UNVERIFIED)
    assert models.Pet.model_validate_json(pet.model_dump_json(by_alias=True, exclude_unset=True)) == pet


def a_verifier_decides() -> None:
    def mine(delivery: Delivery) -> bool:
        return delivery.headers.get("x-attempt") == "1"

    assert webhooks.new_pet.parse(PET, {**JSON, "X-Attempt": "1"}, verify=mine).id == 1
    with pytest.raises(WebhookVerificationError) as raised:
        webhooks.new_pet.parse(PET, JSON, verify=mine)
    assert raised.value.reason == "refused"


def an_event_with_two_methods_has_two_names() -> None:
    house = webhooks.house_moved_put.parse('{"street": "High Street"}', JSON, verify=UNVERIFIED)
    assert house.street == "High Street"
    webhooks.house_moved_delete.parse(b"", {}, verify=UNVERIFIED)
    assert (webhooks.house_moved_put.method, webhooks.house_moved_delete.method) == ("PUT", "DELETE")


def names_that_are_taken_get_an_underscore() -> None:
    pets = webhooks.import_.parse(b"[" + PET + b"]", JSON, verify=UNVERIFIED)
    assert [pet.name for pet in pets] == ["Rex"]
    assert webhooks.models_.parse(b'{"count": 2}', JSON, verify=UNVERIFIED).count == 2
    assert webhooks.parse_.parse(b'"a"', JSON, verify=UNVERIFIED) == "a"


def a_payload_without_a_schema_is_plain_json() -> None:
    assert webhooks.pet_died_x44.parse(b'{"a": [1]}', JSON, verify=UNVERIFIED) == {"a": [1]}
    assert webhooks.pet_died_x2e.name == "webhooks.pet_died_x2e"


def a_form_becomes_its_model() -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    form = webhooks.form.parse(b"From=%2B49&Count=2&Tags=a", headers, verify=UNVERIFIED)
    assert (form.from_, form.count, form.tags) == ("+49", 2, ["a"])


def other_kinds_of_bodies_are_what_they_are() -> None:
    note: str = webhooks.note.parse("é", {"Content-Type": "text/plain"}, verify=UNVERIFIED)
    photo: bytes = webhooks.photo.parse(b"\x89PNG", {"Content-Type": "image/png"}, verify=UNVERIFIED)
    pets: list[models.Pet] = webhooks.lines.parse(PET + b"\n" + PET, {}, verify=UNVERIFIED)
    assert (note, photo, len(pets)) == ("é", b"\x89PNG", 2)


def the_media_type_decides_between_two_bodies() -> None:
    either: models.Pet | str = webhooks.either.parse(PET, JSON, verify=UNVERIFIED)
    assert isinstance(either, models.Pet)
    assert webhooks.either.parse(PET, {"content-type": "text/plain"}, verify=UNVERIFIED) == PET.decode()


def a_choice_of_payloads_is_told_by_its_tag() -> None:
    animal = webhooks.choice.parse(b'{"kind": "dog", "barks": true}', JSON, verify=UNVERIFIED)
    assert isinstance(animal, models.Dog)
    assert animal.barks


def a_webhook_without_a_body_has_none() -> None:
    webhooks.ping.parse(b"", {}, verify=UNVERIFIED, url="https://example.com/hook?challenge=x")
    assert webhooks.ping.method == "GET"


def errors_travel_between_processes() -> None:
    for error in (WebhookVerificationError("a", "too old"), WebhookSetupError("b"), WebhookPayloadError("c", b"raw")):
        copy: WebhookError = pickle.loads(pickle.dumps(error))
        assert (copy, type(copy).__module__) == (error, "webhooks_31")


def naming_a_webhook_loads_neither_network_nor_models() -> None:
    source = sys.modules["webhooks_31"].__file__
    assert source
    code = (
        f"import sys; sys.path.insert(0, {source.rpartition('/')[0].rpartition('/')[0]!r})\n"
        "from webhooks_31 import webhooks, UNVERIFIED\nwebhooks.new_pet\nprint(*sys.modules)\n"
        f"webhooks.new_pet.parse({PET!r}, {{}}, verify=UNVERIFIED)\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    named, read = (set(line.split()) for line in done.stdout.splitlines())
    heavy = {"httpx2", "httpcore2", "pydantic", "pydantic_core", "ssl", "asyncio"}
    assert heavy & named == set()
    assert {"httpx2", "httpcore2", "ssl"} & read == set()

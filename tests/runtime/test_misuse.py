"""Slips that a user makes with methods: each is told in words that lead on."""

from __future__ import annotations

import copy
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import anyio
import clinic_operations as ops
import pytest
from clinic import AsyncClinic, Clinic
from scripted import PAGE, async_clinic, clinic, script

from runtime import UNSET, ClosedClientError, InvalidRequestError

AROUND: list[Callable[[Clinic, Any], object]] = [
    lambda client, method: client.raw_response(method),
    lambda client, method: client.build_request(method),
    lambda client, method: client.stream(method).__enter__(),
]
AROUND_ASYNC: list[Callable[[AsyncClinic, Any], Any]] = [
    lambda client, method: client.raw_response(method),
    lambda client, method: client.build_request(method),
    lambda client, method: client.stream(method).__aenter__(),
]


@pytest.mark.parametrize("around", AROUND)
def test_the_ways_around_a_call_refuse_a_method_of_many_calls(around: Callable[[Clinic, Any], object]) -> None:
    played = script(PAGE)
    client = clinic(played)
    with pytest.raises(InvalidRequestError, match=r"^list_all sends a request for each page; .* of one, list$"):
        around(client, client.pets.list_all)
    assert played.seen == []


@pytest.mark.parametrize("around", AROUND)
def test_the_ways_around_a_call_refuse_a_method_of_another_client(around: Callable[[Clinic, Any], object]) -> None:
    played = script(PAGE)
    client, other = clinic(played), clinic(played)
    with pytest.raises(InvalidRequestError, match=r"^list belongs to another client, <Clinic .*; give the .* <Clinic "):
        around(client, other.pets.list)
    with pytest.raises(InvalidRequestError, match=r"^list is a method of an asynchronous client, and this one is not$"):
        around(client, async_clinic(played).pets.list)
    with pytest.raises(InvalidRequestError, match=r"^print is not a method of a resource$"):
        around(client, print)
    assert played.seen == []


@pytest.mark.parametrize("around", AROUND_ASYNC)
def test_those_of_the_asynchronous_client_refuse_the_same(around: Callable[[AsyncClinic, Any], Any]) -> None:
    played = script(PAGE)
    client = async_clinic(played)
    wrong = {
        client.pets.list_all: "of one, list$",
        async_clinic(played).pets.list: "^list belongs to another client",
        clinic(played).pets.list: r"^list is a method of a synchronous client, and this one is not$",
    }

    async def run() -> None:
        for method, words in wrong.items():
            with pytest.raises(InvalidRequestError, match=words):
                await around(client, method)

    anyio.run(run)
    assert played.seen == []


def test_a_copy_takes_the_methods_of_its_original_and_the_settings_are_its_own() -> None:
    played = script(PAGE)
    client = clinic(played)
    client.with_options(headers={"X-A": "1"}).raw_response(client.pets.list)
    client.raw_response(client.with_options(headers={"X-A": "1"}).pets.list)
    assert [request.headers.get("x-a") for request in played.seen] == ["1", None]


SLIPS: list[tuple[Callable[[Any], object], str]] = [
    (lambda client: client.pets.list(afte="x"), "Pets.list() got ... 'afte'. Did you mean 'after'?"),
    (lambda client: client.pets.list(monthOffset=1), "Pets.list() got ... 'monthOffset'. Did you mean 'month_offset'?"),
    (lambda client: client.pets.list(time_out=1), "Pets.list() got ... 'time_out'. Did you mean 'timeout'?"),
    (lambda client: client.pets.list(zzz=1), "Pets.list() got ... 'zzz'"),
    (lambda client: client.pets.list(afte=UNSET), "Pets.list() got ... 'afte'. Did you mean 'after'?"),
    (lambda client: client.pets.list_all(tag=["x"]), "Pets.list_all() got ... 'tag'. Did you mean 'tags'?"),
    (
        lambda client: client.raw_response(client.pets.list, afte="x"),
        "Pets.list() got ... 'afte'. Did you mean 'after'?",
    ),
    (lambda client: client.call(ops.list_, {"timeot": 1}), "pets.list() got ... 'timeot'. Did you mean 'timeout'?"),
]


@pytest.mark.parametrize(("slip", "words"), SLIPS)
def test_a_misspelt_keyword_is_told_with_what_was_meant(slip: Callable[[Any], object], words: str) -> None:
    with pytest.raises(TypeError) as caught:
        slip(clinic(script(PAGE)))
    assert str(caught.value) == words.replace("...", "an unexpected keyword argument")


def test_a_misspelt_keyword_of_an_asynchronous_method_is_told_too() -> None:
    async def run() -> None:
        await async_clinic(script(PAGE)).pets.list(afte="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

    with pytest.raises(TypeError, match=r"^AsyncPets\.list\(\) .* Did you mean 'after'\?$"):
        anyio.run(run)


def test_a_misspelt_keyword_has_two_frames_of_ours() -> None:
    with pytest.raises(TypeError) as caught:
        clinic(script(PAGE)).pets.list(afte="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    assert [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)][1:] == ["list", "call"]


def test_a_closed_client_cannot_be_entered() -> None:
    client = clinic(script(PAGE))
    client.close()
    with pytest.raises(ClosedClientError, match="the client is closed; make a new one"), client:
        pytest.fail("it is closed")

    async def run() -> None:
        other = async_clinic(script(PAGE))
        await other.aclose()
        async with other:
            pytest.fail("it is closed")

    with pytest.raises(ClosedClientError):
        anyio.run(run)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickle.dumps])
@pytest.mark.parametrize("make", [lambda: clinic(script()), lambda: async_clinic(script())])
def test_a_client_is_not_copied_or_pickled(duplicate: Callable[[object], object], make: Callable[[], object]) -> None:
    with pytest.raises(
        TypeError, match=r"^(Async)?Clinic cannot be pickled or copied, .* use with_options\(\) for a copy"
    ):
        duplicate(make())

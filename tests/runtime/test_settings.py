"""Settings that can never be right are refused at once: by the client when it is made, by a call before it is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from clinic import API, Clinic
from scripted import CAT, PAGE, clinic, script

from runtime import ClientCredentials, ConfigurationError, InvalidRequestError, SyncClient, Timeout

SECONDS = r"a number of seconds above 0, or None to wait for ever"
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"base_url": ""}, r"base_url must be an address such as https://api\.example\.com, not ''"),
    ({"base_url": 5}, r"base_url must be text such as https://api\.example\.com, not int"),
    ({"base_url": "clinic.test"}, r"base_url must be an address such as https://api\.example\.com, not 'clinic\.test'"),
    ({"base_url": "ftp://x.test"}, r"base_url must be an address .*, not 'ftp://x\.test'"),
    ({"base_url": "https:///x"}, r"base_url must be an address"),
    ({"base_url": "https://me:pw@x.test"}, r"base_url must not hold a user or a password"),
    ({"base_url": "me:pw@x.test"}, r"base_url must not hold a user or a password"),
    ({"base_url": "https://x.test?a=1"}, r"base_url must not hold a query or a fragment"),
    ({"base_url": "https://x.test/ "}, r"base_url must not hold a space or a control character"),
    ({"base_url": "https://x.test/\n"}, r"base_url must not hold a space or a control character"),
    ({"timeout": "slow"}, rf"timeout must be {SECONDS}, or a Timeout of those, not str"),
    ({"timeout": -1}, rf"timeout must be {SECONDS}, or a Timeout of those, not -1"),
    ({"timeout": 0}, r"timeout must be .*, not 0"),
    ({"timeout": True}, r"timeout must be .*, not True"),
    ({"timeout": float("nan")}, r"timeout must be .*, not nan"),
    ({"timeout": float("inf")}, r"timeout must be .*, not inf"),
    ({"timeout": Timeout(read=-2)}, rf"timeout\.read must be {SECONDS}, not -2"),
    ({"max_retries": -1}, r"max_retries must be a whole number, 0 or more, not -1"),
    ({"max_retries": "2"}, r"max_retries must be a whole number, 0 or more, not str"),
    ({"max_retries": 1.0}, r"max_retries must be a whole number, 0 or more, not 1\.0"),
    ({"max_retries": None}, r"max_retries must be a whole number, 0 or more, not None"),
    ({"max_retries": True}, r"max_retries must be a whole number, 0 or more, not True"),
    ({"granted_scopes": 5}, r"granted_scopes must be a collection of text"),
    ({"granted_scopes": [b"a"]}, r"granted_scopes must be a collection of text"),
]
ONLY_CALLS: list[tuple[dict[str, Any], str]] = [
    ({"extra_headers": {"X-A": 5}}, r"extra_headers\['X-A'\] must be text, not int"),
    ({"extra_headers": {b"X-A": "5"}}, r"extra_headers: a name must be text, not bytes"),
    ({"extra_headers": [("X-A", "5")]}, r"extra_headers must be a mapping from names to text, not list"),
    ({"extra_query": [("a", 1)]}, r"extra_query must be a mapping, not list"),
    ({"extra_body": "a"}, r"extra_body must be a mapping, not str"),
]


@pytest.mark.parametrize(("setting", "words"), WRONG)
def test_a_client_refuses_it_when_it_is_made(setting: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{words}"):
        Clinic(access_token="t", **setting)


@pytest.mark.parametrize(("setting", "words"), WRONG)
def test_a_copy_refuses_it_when_it_is_made(setting: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{words}"):
        Clinic(access_token="t").with_options(**setting)


@pytest.mark.parametrize("headers", [{"X-A": 5}, [("X-A", "5")]])
def test_a_copy_refuses_headers_that_are_no_text(headers: Mapping[str, str]) -> None:
    with pytest.raises(ConfigurationError, match=r"^headers(\['X-A'\])? must be"):
        Clinic(access_token="t").with_options(headers=headers)


OF_CALLS = [item for item in WRONG if item[0].keys() & {"timeout", "max_retries"}] + ONLY_CALLS


@pytest.mark.parametrize(("option", "words"), OF_CALLS)
def test_a_call_refuses_it_before_it_is_sent(option: dict[str, Any], words: str) -> None:
    played = script(PAGE)
    with pytest.raises(InvalidRequestError, match=rf"^pets\.list: {words}") as caught:
        clinic(played).pets.list(**option)
    assert (caught.value.arguments, played.seen) == ((next(iter(option)),), [])


@pytest.mark.parametrize(
    ("parameter", "credential", "takes"),
    [
        ("access_token", 5, "text, a token flow such as .*, not int"),
        ("access_token", b"t", "text, a token flow such as .*, not bytes"),
        ("access_token", ("a", "b"), "text, a token flow such as .*, not tuple"),
        ("access_token", ClientCredentials, "text, a token flow such as .*, not the class ClientCredentials"),
        ("login", "me:pw", "a pair of user and password, not str"),
        ("login", ("me", 5), "a pair of user and password, not tuple"),
        ("login", ("me",), "a pair of user and password, not tuple"),
    ],
)
def test_a_credential_of_another_type_is_refused(parameter: str, credential: object, takes: str) -> None:
    given: dict[str, Any] = {parameter: credential}
    with pytest.raises(ConfigurationError, match=f"^{parameter} must be {takes}$"):
        Clinic(**given)


def test_what_is_good_is_taken() -> None:
    played = script(CAT)
    client = clinic(played, access_token=lambda: "t").with_options(
        timeout=Timeout(1, None, 0.5, 3), max_retries=0, base_url="http://[::1]:8000/api/", granted_scopes="a b"
    )
    client.pets.get("1", timeout=None, max_retries=5, extra_headers={}, extra_query={}, extra_body={})
    assert str(played.last.url) == "http://[::1]:8000/api/pets/1"


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ("", "this API names no server; give base_url="),
        ("/v1", "this API names its server without a host, '/v1'; give base_url=, with that path if it has it"),
        (
            "https://{tenant}.test",
            "this API's address has parts to fill in, 'https://{tenant}.test'; give base_url=, which server_url() makes",  # noqa: E501 - as it is said
        ),
    ],
)
def test_an_api_without_a_server_of_its_own_asks_for_one(own: str, words: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{re.escape(words)}$"):
        SyncClient(replace(API, base_url=own), {})
    SyncClient(replace(API, base_url=own), {}, base_url="https://clinic.test")

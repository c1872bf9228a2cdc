"""What a call sends as proof of who calls: one alternative of the contract, and nothing else."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest
from hubspot_meetings import (
    AuthenticationError,
    Client,
    ConfigurationError,
    MissingCredentialsError,
    v2026_03,
    v2026_09,
)
from tests.sdk.meetings_server import LocalServer, Received, reply_json
from tests.sdk.meetings_world import BOOKED, BOOKING, CREDENTIALS, TOKEN, VERSIONS, page_of

PROOFS = ("authorization", "private-app", "private-app-legacy", "cookie")


def proofs(received: Received) -> dict[str, str]:
    """Every header that proves something, and the query where it holds a key."""
    held = {name: received.headers[name] for name in PROOFS if name in received.headers}
    if any(secret in received.target for secret in CREDENTIALS.values()):
        held["query"] = received.target
    return held


@pytest.mark.parametrize(("version", "alternatives"), [*zip(VERSIONS, (25, 25, 49), strict=True)])
def test_a_client_with_every_credential_books_with_the_bearer_token_alone(
    server: LocalServer, version: str, alternatives: int
) -> None:
    client_type = import_module(f"hubspot_meetings.{version}").Client
    taken = inspect.signature(client_type).parameters
    given = {name: secret for name, secret in CREDENTIALS.items() if name in taken}
    assert len(given) >= 3
    server.answer(reply_json(BOOKED))
    with client_type(**given, base_url=server.url) as client:
        links = client.scheduler.meetings.meeting_links
        links.book(**BOOKING)
        assert len(client.operation(links.book).security) == alternatives
    assert [proofs(received) for received in server.received] == [{"authorization": f"Bearer {TOKEN}"}]


@pytest.mark.parametrize(
    ("parameter", "header"), [("private_apps", "private-app"), ("private_apps_legacy", "private-app-legacy")]
)
def test_a_private_app_key_goes_out_in_its_own_header_alone(server: LocalServer, parameter: str, header: str) -> None:
    server.answer(reply_json(BOOKED))
    keys = {parameter: CREDENTIALS[parameter]}
    with v2026_09.Client(**keys, base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.book(**BOOKING)
    assert [proofs(received) for received in server.received] == [{header: CREDENTIALS[parameter]}]


def test_a_key_that_no_alternative_lists_fails_before_the_network_and_names_what_would_do(server: LocalServer) -> None:
    with (
        v2026_03.Client(developer_hapikey=CREDENTIALS["developer_hapikey"], base_url=server.url) as client,
        pytest.raises(MissingCredentialsError) as caught,
    ):
        client.scheduler.meetings.meeting_links.book(**BOOKING)
    assert str(caught.value) == (
        "scheduler.meetings.meeting_links.book needs credentials; "
        "give the client access_token= (or HUBSPOT_MEETINGS_ACCESS_TOKEN)"
    )
    assert server.received == []


def test_a_legacy_key_does_not_open_what_it_is_not_listed_for(server: LocalServer) -> None:
    with (
        v2026_09.Client(private_apps_legacy=CREDENTIALS["private_apps_legacy"], base_url=server.url) as client,
        pytest.raises(MissingCredentialsError, match=r"access_token= .* or private_apps= "),
    ):
        client.scheduler.meetings.meeting_links.list()
    assert server.received == []


def test_the_environment_stands_in_for_arguments(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBSPOT_MEETINGS_PRIVATE_APPS", "key-from-outside")
    server.answer(reply_json(page_of()))
    with Client(base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.list()
    assert proofs(server.received[0]) == {"private-app": "key-from-outside"}


def test_the_environment_does_not_overrule_an_argument(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBSPOT_MEETINGS_ACCESS_TOKEN", "token-from-outside")
    server.answer(reply_json(page_of()))
    with Client(private_apps="key", base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.list()
    assert proofs(server.received[0]) == {"private-app": "key"}


@pytest.mark.parametrize("token", ["", " token", "token\n", "to\x00ken"])
def test_a_token_that_cannot_be_right_is_refused_at_once(token: str) -> None:
    with pytest.raises(ConfigurationError, match="access_token"):
        Client(access_token=token)


def test_a_token_function_is_asked_again_when_its_token_is_rejected(server: LocalServer) -> None:
    tokens = iter(["expired", "fresh"])
    server.answer(reply_json({"message": "expired"}, 401), reply_json(BOOKED))
    with Client(access_token=lambda: next(tokens), base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.book(**BOOKING)
    assert [received.headers["authorization"] for received in server.received] == ["Bearer expired", "Bearer fresh"]


def test_a_fixed_token_that_is_rejected_is_not_sent_again(server: LocalServer) -> None:
    server.answer(reply_json({"message": "expired"}, 401))
    with Client(access_token=TOKEN, base_url=server.url) as client, pytest.raises(AuthenticationError):
        client.scheduler.meetings.meeting_links.list()
    assert len(server.received) == 1

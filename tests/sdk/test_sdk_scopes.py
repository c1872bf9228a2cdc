"""Scopes: as data, as a check before the network, and as the meaning of a 403."""

from __future__ import annotations

import pytest
from hubspot_meetings import Client, MissingScopesError, PermissionDeniedError, SchemeUse, v2026_03
from tests.sdk.meetings_server import LocalServer, reply_json
from tests.sdk.meetings_world import BOOKED, BOOKING, CREDENTIALS, ERROR, TOKEN, page_of

READ = "scheduler.meetings.meeting-link.read"


def test_the_scopes_of_an_operation_are_data() -> None:
    client = v2026_03.Client(access_token=TOKEN)
    links = client.scheduler.meetings.meeting_links
    assert client.operation(links.list).scopes == ((READ,),)
    assert client.operation(links.list_all).security == ((SchemeUse("oauth2", (READ,)),),)
    booking = client.operation(links.book).scopes
    assert len(booking) == 25
    assert ("crm.objects.contacts.write",) in booking
    assert list(booking) == sorted(booking)


def test_a_scope_that_is_known_to_be_missing_fails_before_the_network(server: LocalServer) -> None:
    with (
        v2026_03.Client(access_token=TOKEN, granted_scopes={"tickets"}, base_url=server.url) as client,
        pytest.raises(MissingScopesError) as caught,
    ):
        client.scheduler.meetings.meeting_links.list()
    error = caught.value
    assert (error.sent, error.alternatives) == (False, ((SchemeUse("oauth2", (READ,)),),))
    assert READ in str(error)
    assert "Granted: tickets" in str(error)
    assert server.received == []


def test_what_would_do_is_told_by_the_arguments_of_the_client(server: LocalServer) -> None:
    keys = {name: CREDENTIALS[name] for name in ("access_token", "private_apps", "private_apps_legacy")}
    with (
        Client(**keys, granted_scopes=(), base_url=server.url) as client,
        pytest.raises(MissingScopesError, match=r"or private_apps any .* more; or with private_apps_legacy: meetings-"),
    ):
        client.scheduler.meetings.meeting_links.book(**BOOKING)


@pytest.mark.parametrize("granted", [["tickets"], f"{READ} tickets", {"crm.objects.deals.write"}])
def test_any_one_of_the_alternative_scopes_is_enough(server: LocalServer, granted: list[str] | str | set[str]) -> None:
    server.answer(reply_json(BOOKED))
    with v2026_03.Client(access_token=TOKEN, granted_scopes=granted, base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.book(**BOOKING)
    assert len(server.received) == 1


def test_granted_scopes_choose_among_the_credentials(server: LocalServer) -> None:
    server.answer(reply_json(BOOKED))
    keys = {name: CREDENTIALS[name] for name in ("access_token", "private_apps", "private_apps_legacy")}
    with Client(**keys, granted_scopes={"meetings-write"}, base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.book(**BOOKING)
    assert "private-app-legacy" in server.received[0].headers
    assert "authorization" not in server.received[0].headers


def test_a_copy_with_other_scopes_leaves_the_first_client_as_it_is(server: LocalServer) -> None:
    server.answer(reply_json(page_of()))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        with pytest.raises(MissingScopesError):
            client.with_options(granted_scopes=()).scheduler.meetings.meeting_links.list()
        assert client.scheduler.meetings.meeting_links.list().results == []


def test_a_403_about_scopes_says_which_the_server_asked_for_and_which_would_do(server: LocalServer) -> None:
    body = {
        **ERROR,
        "category": "MISSING_SCOPES",
        "errors": [{"message": "no", "context": {"requiredScopes": ["tickets", "meetings-write"]}}],
    }
    server.answer(reply_json(body, 403))
    with v2026_03.Client(access_token=TOKEN, base_url=server.url) as client:
        links = client.scheduler.meetings.meeting_links
        with pytest.raises(MissingScopesError) as caught:
            links.book(**BOOKING)
        assert caught.value.alternatives == client.operation(links.book).security
    error = caught.value
    assert (error.sent, error.status, error.required) == (True, 403, ("tickets", "meetings-write"))
    assert " The server asks for: tickets, meetings-write. What would do: with access_token any one of: crm." in str(
        error
    )
    assert str(error).endswith(" and 19 more")


def test_the_scopes_are_read_where_the_specification_puts_them(server: LocalServer) -> None:
    body = {**ERROR, "category": "MISSING_SCOPES", "context": {"missingScopes": [READ]}}
    server.answer(reply_json(body, 403))
    with (
        v2026_03.Client(access_token=TOKEN, base_url=server.url) as client,
        pytest.raises(MissingScopesError) as caught,
    ):
        client.scheduler.meetings.meeting_links.list()
    assert caught.value.required == (READ,)


def test_a_403_about_something_else_is_no_matter_of_scopes(server: LocalServer) -> None:
    server.answer(reply_json({**ERROR, "category": "BANNED"}, 403))
    with Client(access_token=TOKEN, base_url=server.url) as client, pytest.raises(PermissionDeniedError) as caught:
        client.scheduler.meetings.meeting_links.list()
    assert type(caught.value) is PermissionDeniedError

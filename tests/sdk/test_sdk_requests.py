"""What a call puts on the wire: addresses, queries, bodies; and what it refuses to send."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from importlib import import_module
from typing import Any

import pytest
from hubspot_meetings import UNSET, Client, DecodeWarning, InvalidRequestError, models, v3
from tests.sdk.meetings_server import LocalServer, reply_json
from tests.sdk.meetings_world import BOOKED, BOOKING, LINK, TOKEN, VERSIONS, booking_at, page_of


@pytest.mark.parametrize(
    ("slug", "escaped"),
    [
        ("jane-doe/15min", "jane-doe%2F15min"),
        ("../../admin", "..%2F..%2Fadmin"),
        ("a?b#c", "a%3Fb%23c"),
        ("50%2F", "50%252F"),
        ("zoë lee", "zo%C3%AB%20lee"),
    ],
)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_slug_stays_one_step_of_the_path(server: LocalServer, version: str, slug: str, escaped: str) -> None:
    with import_module(f"hubspot_meetings.{version}").Client(access_token=TOKEN, base_url=server.url) as client:
        links = client.scheduler.meetings.meeting_links
        request = client.build_request(links.get_booking_info, slug, timezone="UTC")
        with pytest.warns(DecodeWarning):  # `{}` is no booking information
            links.get_booking_info(slug, timezone="UTC")
    path = f"/scheduler/{version.removeprefix('v').replace('_', '-') if '_' in version else version}"
    assert server.received[0].path == f"{path}/meetings/meeting-links/book/{escaped}"
    assert request.url == server.url + server.received[0].target


@pytest.mark.parametrize("slug", ["", ".", ".."])
def test_a_slug_that_would_lead_elsewhere_is_refused(server: LocalServer, slug: str) -> None:
    with (
        Client(access_token=TOKEN, base_url=server.url) as client,
        pytest.raises(InvalidRequestError, match="slug") as caught,
    ):
        client.scheduler.meetings.meeting_links.get_booking_info(slug, timezone="UTC")
    assert caught.value.arguments == ("slug",)
    assert server.received == []


def test_a_query_arrives_as_it_was_given_and_holds_no_more(server: LocalServer) -> None:
    server.answer(reply_json(page_of()))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.list(name="a&b=c d+é/%#", limit=2, type="A_KIND_OF_TOMORROW")
        client.scheduler.meetings.meeting_links.list(after=UNSET)
    assert [received.query for received in server.received] == [
        {"limit": ["2"], "name": ["a&b=c d+é/%#"], "type": ["A_KIND_OF_TOMORROW"]},
        {},
    ]


def test_what_the_contract_does_not_know_can_be_added_to_a_call(server: LocalServer) -> None:
    server.answer(reply_json(BOOKED))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.book(
            **BOOKING, extra_headers={"x-trace": "1"}, extra_query={"beta": [1, True]}, extra_body={"seats": 2}
        )
    received = server.received[0]
    assert (received.headers["x-trace"], received.query) == ("1", {"beta": ["1", "true"]})
    assert (received.fields["seats"], received.fields["slug"]) == (2, "ada")


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {}),
        ({"payment_link_id": None}, {"paymentLinkId": None}),
        ({"payment_link_id": "9"}, {"paymentLinkId": "9"}),
    ],
)
def test_leaving_out_null_and_a_value_are_three_things_in_a_change(
    server: LocalServer, given: dict[str, Any], sent: dict[str, object]
) -> None:
    server.answer(reply_json(LINK))
    with v3.Client(access_token=TOKEN, base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.update("ada", **given)
    assert (server.received[0].method, server.received[0].fields) == ("PATCH", sent)


def test_leaving_out_null_and_a_value_are_three_things_inside_a_model(server: LocalServer) -> None:
    at = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
    properties = models.ExternalCalendarMeetingEventCreateProperties(
        hs_meeting_end_time=at,
        hs_meeting_outcome="SCHEDULED",
        hs_meeting_start_time=at,
        hs_meeting_title="Demo",
        hs_timestamp=at,
        hubspot_owner_id="1",
        hs_meeting_location=None,
    )
    with Client(access_token=TOKEN) as client:
        request = client.build_request(
            client.scheduler.meetings.calendar.create,
            organizer_user_id="7",
            associations=[],
            email_reminder_schedule=models.ExternalEmailReminderSchedule(
                reminders=[], should_include_invite_description=False
            ),
            properties=properties,
            timezone="UTC",
        )
    assert isinstance(request.content, bytes)
    sent = json.loads(request.content)["properties"]
    assert (set(sent), sent["hs_meeting_location"]) == (properties.model_fields_set, None)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 9, 1, 9, 30, tzinfo=UTC), "2026-09-01T09:30:00Z"),
        (datetime(2026, 9, 1, 9, 30, 0, 250_000, timezone(timedelta(hours=2))), "2026-09-01T09:30:00.250+02:00"),
    ],
)
def test_a_datetime_goes_out_in_iso_8601_with_its_zone(server: LocalServer, at: datetime, text: str) -> None:
    server.answer(reply_json(BOOKED))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.book(**booking_at(at))
    assert server.received[0].fields["startTime"] == text


def test_a_datetime_without_a_zone_is_refused(server: LocalServer) -> None:
    with (
        Client(access_token=TOKEN, base_url=server.url) as client,
        pytest.raises(InvalidRequestError, match=r"book: start_time: .* time zone") as caught,
    ):
        client.scheduler.meetings.meeting_links.book(**booking_at(datetime(2026, 9, 1, 9, 30)))  # noqa: DTZ001
    assert caught.value.arguments == ("start_time",)
    assert server.received == []


def test_every_argument_of_a_wrong_type_is_named(server: LocalServer) -> None:
    wrong: dict[str, Any] = {**BOOKING, "duration": "long", "form_fields": [{"name": "company"}]}
    with Client(access_token=TOKEN, base_url=server.url) as client, pytest.raises(InvalidRequestError) as caught:
        client.scheduler.meetings.meeting_links.book(**wrong)
    assert caught.value.arguments == ("duration", "form_fields[0].value")
    assert server.received == []

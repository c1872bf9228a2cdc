"""Logs tell what happened; credentials, bodies and arguments stay out of them."""

from __future__ import annotations

import logging

import pytest
from hubspot_meetings import Client, SDKError, v3
from tests.sdk.meetings_server import LocalServer, reply_json
from tests.sdk.meetings_world import BOOKED, BOOKING, CREDENTIALS, ERROR, LINK, page_of

PRIVATE = (*CREDENTIALS.values(), "ada@example.com", "Lovelace", "The slug is unknown", "example.com/meetings")


def call_in_every_way(server: LocalServer) -> None:
    """Good calls, refused ones, retried ones, with each credential in turn."""
    for name in ("access_token", "private_apps", "private_apps_legacy"):
        key = {name: CREDENTIALS[name]}
        with Client(**key, base_url=server.url) as client:
            links = client.scheduler.meetings.meeting_links
            server.answer(reply_json(BOOKED))
            links.book(**BOOKING)
            server.answer(reply_json(ERROR, 503), reply_json({**page_of(), "results": [LINK]}))
            try:
                links.list(name="Lovelace")
            except SDKError as error:
                logging.getLogger("hubspot_meetings").debug("%s", error)
    server.answer(reply_json(ERROR, 400))
    with v3.Client(**CREDENTIALS, base_url=server.url) as client, pytest.raises(SDKError):
        client.scheduler.meetings.meeting_links.update("ada", payment_link_id="1")


def test_no_log_at_any_level_holds_a_secret_or_a_body(
    server: LocalServer, waits: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    call_in_every_way(server)
    texts = [f"{record.getMessage()} {vars(record)}" for record in caplog.records if record.name == "hubspot_meetings"]
    assert len(texts) >= 8
    assert [text for text in texts if any(private in text for private in PRIVATE)] == []
    assert [
        record for record in caplog.records if any(secret in str(vars(record)) for secret in CREDENTIALS.values())
    ] == []


def test_each_try_is_one_line_with_operation_status_and_time(
    server: LocalServer, waits: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "hubspot_meetings")
    server.answer(reply_json({}, 429, retry_after="3"), reply_json(page_of()))
    with Client(access_token="x", base_url=server.url) as client:
        client.scheduler.meetings.meeting_links.list()
    lines = [record for record in caplog.records if record.name == "hubspot_meetings"]
    route = "GET /scheduler/2026-09/meetings/meeting-links: "
    assert [(line.levelname, line.getMessage().startswith(route)) for line in lines] == [
        ("DEBUG", True),
        ("INFO", True),
        ("DEBUG", True),
    ]
    assert lines[1].getMessage() == f"{route}429, retry 1 in 3.00 s"


def test_nothing_is_printed_unless_it_is_asked_for(
    server: LocalServer, waits: list[float], capfd: pytest.CaptureFixture[str]
) -> None:
    call_in_every_way(server)
    assert tuple(capfd.readouterr()) == ("", "")

"""Answers that fit the contract, answers from a newer API, and answers that are wrong."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hubspot_meetings import (
    BrokenBodyError,
    Client,
    ContentTypeError,
    DecodeWarning,
    MisfitError,
    NewerAnswerWarning,
    models,
)
from tests.sdk.meetings_server import LocalServer, Reply, reply_json
from tests.sdk.meetings_world import LINK, TOKEN, page_of

PLACE = "scheduler.meetings.meeting_links.list: the answer does not fit the contract at "


@pytest.fixture
def client(server: LocalServer) -> Iterator[Client]:
    with Client(access_token=TOKEN, base_url=server.url) as made:
        yield made


def changed(**changes: object) -> dict[str, object]:
    """A link that differs from what the contract says; `...` takes a field away."""
    return {name: value for name, value in {**LINK, **changes}.items() if value is not ...}


def test_an_answer_that_fits_is_typed_and_causes_no_warning(server: LocalServer, client: Client) -> None:
    server.answer(reply_json(page_of("1", after="MQ")))
    page = client.scheduler.meetings.meeting_links.list()
    assert isinstance(page, models.CollectionResponseWithTotalExternalLinkMetadata)
    assert page.results[0].created_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert page.paging is not None
    assert page.paging.next is not None
    assert page.paging.next.after == "MQ"


@pytest.mark.parametrize(
    ("changes", "place", "warning", "attribute", "value"),
    [
        ({"type": "NEW"}, "results[0].type: unknown value", NewerAnswerWarning, "type", "NEW"),
        ({"seats": {"max": 2}}, "results[0].seats: unknown field", NewerAnswerWarning, "seats", {"max": 2}),
        ({"slug": ...}, "results[0].slug: missing field", DecodeWarning, "slug", None),
        ({"slug": None}, "results[0].slug: wrong value", DecodeWarning, "slug", None),
        ({"defaultLink": "no"}, "results[0].defaultLink: wrong value", DecodeWarning, "default_link", "no"),
        ({"createdAt": "soon"}, "results[0].createdAt: wrong value", DecodeWarning, "created_at", "soon"),
        ({"slug": ..., "seats": 2}, "results[0].slug: missing field; results[0].seats: unknown field", DecodeWarning,
         "seats", 2),
        ({"userIdsOfLinkMembers": ["7", 8]}, "results[0].userIdsOfLinkMembers[1]", DecodeWarning,
         "user_ids_of_link_members", ["7", 8]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_kept_and_one_warning_names_the_place(
    server: LocalServer,
    client: Client,
    changes: dict[str, object],
    place: str,
    warning: type[Warning],
    attribute: str,
    value: object,
) -> None:
    server.answer(reply_json({"total": 1, "results": [changed(**changes)]}))
    with pytest.warns(DecodeWarning) as caught:
        page = client.scheduler.meetings.meeting_links.list()
    assert [type(each.message) for each in caught] == [warning]
    assert str(caught[0].message).startswith(PLACE + place)
    assert caught[0].filename == __file__
    link = page.results[0]
    assert isinstance(link, models.ExternalLinkMetadata)
    assert getattr(link, attribute) == value
    assert link.id == "1"
    assert link.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False) == changed(**changes)


@pytest.mark.parametrize("changes", [{"type": "NEW"}, {"seats": 2}, {"slug": ...}, {"defaultLink": "no"}])
def test_a_strict_client_raises_and_keeps_the_body(
    server: LocalServer, client: Client, changes: dict[str, object]
) -> None:
    reply = reply_json({"total": 1, "results": [changed(**changes)]})
    server.answer(reply)
    with pytest.raises(MisfitError) as caught:
        client.with_options(strict=True).scheduler.meetings.meeting_links.list()
    assert len(caught.value.misfits) == 1
    assert (caught.value.content, caught.value.status) == (reply.body, 200)


def test_a_strict_client_takes_what_fits(server: LocalServer, client: Client) -> None:
    server.answer(reply_json(page_of("1", "2")))
    assert client.with_options(strict=True).scheduler.meetings.meeting_links.list().total == 5


@pytest.mark.parametrize("body", [b"{", b"<html>", b'{"total": 1', b"\xff\xfe", b'{"total": 1}{'])
def test_broken_json_raises_and_keeps_the_body(server: LocalServer, client: Client, body: bytes) -> None:
    server.answer(Reply(body))
    with pytest.raises(BrokenBodyError, match="not JSON") as caught:
        client.scheduler.meetings.meeting_links.list()
    assert (caught.value.content, caught.value.status, caught.value.operation) == (
        body, 200, "scheduler.meetings.meeting_links.list",
    )  # fmt: skip


def test_an_empty_body_is_never_an_empty_model(server: LocalServer, client: Client) -> None:
    server.answer(Reply(b""))
    with pytest.raises(BrokenBodyError):
        client.scheduler.meetings.meeting_links.list()


def test_a_page_for_people_is_no_answer(server: LocalServer, client: Client) -> None:
    server.answer(Reply(b"<html>Sign in</html>", 200, {"content-type": "text/html"}))
    with pytest.raises(ContentTypeError, match="text/html"):
        client.scheduler.meetings.meeting_links.list()


@pytest.mark.parametrize("media_type", ["application/json; charset=utf-8", "text/plain", ""])
def test_json_under_a_sloppy_media_type_is_json(server: LocalServer, client: Client, media_type: str) -> None:
    server.answer(Reply(reply_json(page_of("1")).body, 200, {"content-type": media_type} if media_type else {}))
    assert client.scheduler.meetings.meeting_links.list().results[0].id == "1"


def test_a_warning_can_be_silenced_by_its_kind(server: LocalServer, client: Client) -> None:
    server.answer(reply_json({"total": 1, "results": [changed(seats=2)]}))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerAnswerWarning)
        assert client.scheduler.meetings.meeting_links.list().total == 1


def test_a_raw_response_has_all_that_came(server: LocalServer, client: Client) -> None:
    server.answer(reply_json(page_of("1"), 200, x_request_id="r-1"))
    response = client.raw_response(client.scheduler.meetings.meeting_links.list, limit=1)
    assert (response.status, response.request_id, response.retries) == (200, "r-1", 0)
    assert response.value.results[0].id == "1"
    assert response.headers["Content-Type"] == "application/json"
    assert response.content == reply_json(page_of("1")).body

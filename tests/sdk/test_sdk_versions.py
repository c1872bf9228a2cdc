"""Versions of the API side by side: what is the same is one class, what differs is not."""

from __future__ import annotations

from importlib import import_module

import hubspot_meetings
import pytest
from hubspot_meetings import v3, v2026_03, v2026_09
from tests.sdk.meetings_server import LocalServer, reply_json
from tests.sdk.meetings_world import TOKEN, VERSIONS, page_of


def test_the_newest_stable_version_is_at_the_top() -> None:
    assert hubspot_meetings.Client is v2026_09.Client
    assert hubspot_meetings.AsyncClient is v2026_09.AsyncClient
    assert hubspot_meetings.models is v2026_09.models


@pytest.mark.parametrize(
    "name", ["Paging", "NextPage", "Error", "ExternalMeetingBookingResponse", "ExternalBookingInfo"]
)
def test_a_model_that_is_equal_in_all_versions_is_one_class(name: str) -> None:
    assert getattr(v3.models, name) is getattr(v2026_03.models, name) is getattr(v2026_09.models, name)


def test_a_model_that_differs_in_one_version_is_another_class_there() -> None:
    assert v3.models.ExternalLinkMetadata is v2026_03.models.ExternalLinkMetadata
    before, after = v3.models.ExternalLinkMetadata.model_fields, v2026_09.models.ExternalLinkMetadata.model_fields
    assert set(before) - set(after) == {"payment_link_id"}


def test_a_model_that_holds_a_differing_one_differs_too() -> None:
    name = "CollectionResponseWithTotalExternalLinkMetadata"
    assert getattr(v3.models, name) is getattr(v2026_03.models, name)
    assert getattr(v3.models, name) is not getattr(v2026_09.models, name)


def test_a_model_of_one_version_alone_is_not_in_the_others() -> None:
    assert hasattr(v3.models, "ExternalMeetingsLinkUpdateRequest")
    assert not hasattr(v2026_09.models, "ExternalMeetingsLinkUpdateRequest")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_name_that_a_module_promises_is_there(version: str) -> None:
    for module in (
        hubspot_meetings,
        import_module(f"hubspot_meetings.{version}"),
        import_module(f"hubspot_meetings.{version}.models"),
    ):
        assert [name for name in module.__all__ if not hasattr(module, name)] == []
        assert set(module.__all__) <= set(dir(module))


def test_two_versions_work_in_one_program(server: LocalServer) -> None:
    server.answer(reply_json(page_of("1")))
    with (
        v3.Client(access_token=TOKEN, base_url=server.url) as old,
        v2026_09.Client(access_token=TOKEN, base_url=server.url) as new,
    ):
        before = old.scheduler.meetings.meeting_links.list().results[0]
        after = new.scheduler.meetings.meeting_links.list().results[0]
    assert (type(before), type(after)) == (v3.models.ExternalLinkMetadata, v2026_09.models.ExternalLinkMetadata)
    assert [received.path.split("/")[2] for received in server.received] == ["v3", "2026-09"]

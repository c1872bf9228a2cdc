"""Models, pages and clients as plain Python objects: compared, copied, pickled, printed, closed."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import httpx2
import pytest
from hubspot_meetings import UNSET, AsyncClient, Client, ClosedClientError, UnusedSettingWarning, models
from tests.sdk.meetings_server import LocalServer, reply_json
from tests.sdk.meetings_world import CREDENTIALS, LINK, TOKEN, VERSIONS, page_of

COPIES: tuple[Callable[[object], object], ...] = (
    copy.copy,
    copy.deepcopy,
    lambda value: pickle.loads(pickle.dumps(value)),
)


@pytest.fixture
def page(server: LocalServer) -> models.CollectionResponseWithTotalExternalLinkMetadata:
    server.answer(reply_json(page_of("1", after="MQ")))
    with Client(access_token=TOKEN, base_url=server.url) as client:
        return client.scheduler.meetings.meeting_links.list()


@pytest.mark.parametrize("duplicate", COPIES, ids=["copy", "deepcopy", "pickle"])
def test_a_page_equals_its_copy_and_not_a_changed_one(
    page: models.CollectionResponseWithTotalExternalLinkMetadata, duplicate: Callable[[object], object]
) -> None:
    twin = duplicate(page)
    assert twin == page
    assert isinstance(twin, models.CollectionResponseWithTotalExternalLinkMetadata)
    twin.total += 1
    assert twin != page


def test_a_page_prints_what_is_in_it(page: models.CollectionResponseWithTotalExternalLinkMetadata) -> None:
    assert repr(page).startswith(
        "CollectionResponseWithTotalExternalLinkMetadata(paging=Paging(next=NextPage(after='MQ'"
    )
    assert "ExternalLinkMetadata(" in repr(page)


@pytest.mark.parametrize("duplicate", COPIES, ids=["copy", "deepcopy", "pickle"])
def test_what_the_contract_does_not_know_survives_a_copy(duplicate: Callable[[object], object]) -> None:
    link = models.ExternalLinkMetadata.model_validate({**LINK, "type": "NEW", "seats": 2})
    twin = duplicate(link)
    assert twin == link
    assert isinstance(twin, models.ExternalLinkMetadata)
    assert (twin.type, twin.model_extra) == ("NEW", {"seats": 2})


def test_a_model_is_made_from_either_spelling() -> None:
    assert models.ExternalAssociationCreateRequest.model_validate(
        {"to": {"id": "1"}, "types": [{"associationCategory": "WORK", "associationTypeId": 2}]}
    ) == models.ExternalAssociationCreateRequest(
        to=models.PublicObjectId(id="1"),
        types=[models.AssociationSpec(association_category="WORK", association_type_id=2)],
    )


def test_the_unset_value_stays_one_thing() -> None:
    assert [duplicate(UNSET) is UNSET for duplicate in COPIES] == [True] * 3
    assert (repr(UNSET), bool(UNSET)) == ("UNSET", False)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_a_client_prints_its_address_and_no_secret(version: str, kind: str) -> None:
    client = getattr(import_module(f"hubspot_meetings.{version}"), kind)(access_token=TOKEN, private_apps="key-9")
    assert repr(client).startswith(f"<{kind} Scheduler Meetings ")
    assert "https://api.hubapi.com" in repr(client)
    assert "access_token" in repr(client)
    assert not any(secret in repr(client) for secret in ("key-9", *CREDENTIALS.values()))


def test_a_closed_client_says_so(server: LocalServer) -> None:
    client = Client(access_token=TOKEN, base_url=server.url)
    copied = client.with_options(timeout=1)
    pager = client.scheduler.meetings.meeting_links.list_all()
    client.close()
    client.close()
    for call in (client.scheduler.meetings.meeting_links.list, copied.scheduler.meetings.meeting_links.list):
        with pytest.raises(ClosedClientError, match="client is closed"):
            call()
    with pytest.raises(ClosedClientError, match="client is closed"):
        next(iter(pager))
    assert server.received == []


def test_a_closed_asynchronous_client_says_so(server: LocalServer) -> None:
    async def main() -> None:
        async with AsyncClient(access_token=TOKEN, base_url=server.url) as client:
            pass
        await client.scheduler.meetings.meeting_links.list()

    with pytest.raises(ClosedClientError, match="client is closed"):
        asyncio.run(main())


def test_many_threads_may_share_a_client_from_its_first_call_on(server: LocalServer) -> None:
    server.answer(reply_json(page_of("1")))
    with Client(access_token=TOKEN, base_url=server.url) as client, ThreadPoolExecutor(8) as threads:
        calls = [threads.submit(client.scheduler.meetings.meeting_links.list) for _ in range(32)]
        pages = [call.result() for call in calls]
    assert [page.results[0].id for page in pages] == ["1"] * 32
    assert len(server.received) == 32


def test_what_a_given_http_client_does_not_lend_is_told_where_the_client_is_made() -> None:
    with httpx2.Client(headers={"x-own": "1"}) as connections:
        with pytest.warns(UnusedSettingWarning, match="headers x-own") as caught:
            Client(access_token=TOKEN, http_client=connections)
        assert [warning.filename for warning in caught] == [__file__]


def test_a_copy_closes_only_itself_and_a_given_http_client_stays_open(server: LocalServer) -> None:
    server.answer(reply_json(page_of()))
    with httpx2.Client() as connections:
        with Client(access_token=TOKEN, base_url=server.url, http_client=connections) as client:
            with client.with_options(timeout=1) as copied:
                copied.scheduler.meetings.meeting_links.list()
            with pytest.raises(ClosedClientError):
                copied.scheduler.meetings.meeting_links.list()
            client.scheduler.meetings.meeting_links.list()
        assert not connections.is_closed
    assert len(server.received) == 2

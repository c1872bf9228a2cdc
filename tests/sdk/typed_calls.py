"""Calls as a user's program makes them, read by type checkers and never run.

In: nothing. Out: no error but on the lines that say which one they expect; there the checker must find it, for an
`ignore` that ignores nothing is an error itself.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import assert_type

import httpx2
from hubspot_meetings import UNSET, AsyncClient, Client, Operation, Request, Response, StatusError, models, v3

LINKS = Client(access_token="x").scheduler.meetings.meeting_links
AT = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)


def right() -> None:
    """What a user may write."""
    with Client(access_token=lambda: "x", http_client=httpx2.Client(), granted_scopes=["a"], timeout=None) as client:
        links = client.with_options(timeout=5, strict=True).scheduler.meetings.meeting_links
        page = assert_type(links.list(limit=1), models.CollectionResponseWithTotalExternalLinkMetadata)
        assert_type(page.results[0].created_at, datetime)
        assert_type(page.results[0].name, str | None)
        for link in links.list_all(type="PERSONAL_LINK"):
            assert_type(link, models.ExternalLinkMetadata)
        links.list(type="A_KIND_OF_TOMORROW", after=UNSET, timeout=1.5, max_retries=0, extra_query={"a": [1, 2]})
        assert_type(client.build_request(links.list, limit=1), Request)
        assert_type(
            client.raw_response(links.get_booking_info, "ada", timezone="UTC"), Response[models.ExternalBookingInfo]
        )
        assert_type(client.operation(links.book), Operation[models.ExternalMeetingBookingResponse])
        assert_type(client.operation(links.book).scopes, tuple[tuple[str, ...], ...])


async def right_asynchronously() -> None:
    """The same, awaited."""
    async with AsyncClient(private_apps="x") as client:
        links = client.scheduler.meetings.meeting_links
        assert_type(await links.list(), models.CollectionResponseWithTotalExternalLinkMetadata)
        async for link in links.list_all():
            assert_type(link, models.ExternalLinkMetadata)
        assert_type(
            await client.raw_response(links.get_booking_info, "ada", timezone="UTC"),
            Response[models.ExternalBookingInfo],
        )


def right_where_it_fails() -> str | None:
    """What an error holds."""
    try:
        LINKS.list()
    except StatusError as error:
        assert_type(error.status, int)
        assert_type(error.retry_after, float | None)
        return error.request_id or str(error.error.correlation_id)
    return None


def wrong() -> None:
    """What the checkers find."""
    LINKS.get_booking_info("ada")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    LINKS.get_booking_info("ada", "UTC")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    LINKS.get_booking_info(7, timezone="UTC")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    LINKS.list(limit="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    LINKS.list(nam="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    LINKS.list(timeout="slow")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    LINKS.update("ada")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    LINKS.list().result  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018
    Client(token="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    Client(developer_hapikey="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    v3.Client(developer_hapikey="x").scheduler.meetings.meeting_links.update("ada", payment_link_id="1")
    models.NextPage()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    models.NextPage(after=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Client().raw_response(LINKS.list, limit="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Client(http_client=httpx2.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    LINKS.book(  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        duration=1,
        email="e",
        first_name="f",
        form_fields=[],
        last_name="l",
        legal_consent_responses=[],
        likely_available_user_ids=[],
        slug="s",
    )

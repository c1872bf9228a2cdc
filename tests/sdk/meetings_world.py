"""A small world of meetings: arguments that the API takes and bodies that it answers.

In: nothing. Out: plain values, the same for each version of the API.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final, TypedDict

from hubspot_meetings import models

__all__ = ["BOOKED", "BOOKING", "CREDENTIALS", "ERROR", "LINK", "TOKEN", "VERSIONS", "booking_at", "page_of"]

VERSIONS: Final = ("v3", "v2026_03", "v2026_09")
TOKEN: Final = "token-that-stays-secret"
CREDENTIALS: Final[dict[str, Any]] = {
    "access_token": TOKEN,
    "developer_hapikey": "hapikey-that-stays-secret",
    "private_apps": "private-app-key-that-stays-secret",
    "private_apps_legacy": "legacy-key-that-stays-secret",
}
"""One value for each credential that a version may take; spread into a client, so without a type."""


class Booking(TypedDict):
    """The required arguments of `book`."""

    duration: int
    email: str
    first_name: str
    form_fields: list[models.ExternalBookingFormField]
    last_name: str
    legal_consent_responses: list[models.ExternalLegalConsentResponse]
    likely_available_user_ids: list[str]
    slug: str
    start_time: datetime


BOOKED: Final[dict[str, object]] = {
    "bookingTimezone": "Europe/Dublin",
    "calendarEventId": "51",
    "contactId": "52",
    "duration": 1_800_000,
    "end": "2026-09-01T10:00:00Z",
    "formFields": [],
    "guestEmails": [],
    "isOffline": False,
    "legalConsentResponses": [],
    "start": "2026-09-01T09:30:00Z",
    "subject": "Demo",
}

LINK: Final[dict[str, object]] = {
    "createdAt": "2026-01-02T03:04:05Z",
    "defaultLink": True,
    "id": "1",
    "link": "https://example.com/meetings/ada",
    "organizerUserId": "7",
    "slug": "ada",
    "type": "PERSONAL_LINK",
    "userIdsOfLinkMembers": ["7"],
}

ERROR: Final[dict[str, object]] = {
    "category": "VALIDATION_ERROR",
    "correlationId": "7b0c4c1e-52a7-4c86-9a44-0f5d3c1f2a6b",
    "message": "The slug is unknown.",
}


def booking_at(start_time: datetime) -> Booking:
    """The arguments of a booking for this time."""
    return {
        "duration": 1_800_000,
        "email": "ada@example.com",
        "first_name": "Ada",
        "form_fields": [],
        "last_name": "Lovelace",
        "legal_consent_responses": [],
        "likely_available_user_ids": ["7"],
        "slug": "ada",
        "start_time": start_time,
    }


BOOKING: Final = booking_at(datetime(2026, 9, 1, 9, 30, tzinfo=UTC))


def page_of(*ids: str, after: str | None = None) -> dict[str, object]:
    """One page of links, and the cursor of the next one."""
    page: dict[str, object] = {"total": 5, "results": [{**LINK, "id": each} for each in ids]}
    return page if after is None else {**page, "paging": {"next": {"after": after}}}

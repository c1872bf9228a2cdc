"""The SDK under measurement, and the two calls that are made with it.

In: an address. Out: clients, and calls without arguments.

Why by name and not by import: the SDK is generated, and lies where the run was told.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from itertools import count
from operator import attrgetter
from typing import Protocol, cast

__all__ = ["Links", "Request", "SyncClient", "asynchronous", "booking", "links_of", "listing", "synchronous"]


class Links(Protocol):
    """The resource that is called; `object` stands for an answer or for something to await."""

    list: Callable[..., object]
    book: Callable[..., object]


class Request(Protocol):
    """What would be sent."""

    url: str
    content: bytes


class SyncClient(Protocol):
    """What the bare calls are copied from."""

    build_request: Callable[..., Request]


def synchronous(address: str) -> SyncClient:
    """A client that waits."""
    return cast("SyncClient", import_module("hubspot_meetings").Client(access_token="x", base_url=address))


def asynchronous(address: str) -> object:
    """A client for an event loop."""
    return cast("object", import_module("hubspot_meetings").AsyncClient(access_token="x", base_url=address))


def links_of(client: object) -> Links:
    """The meeting links of a client."""
    return cast("Links", attrgetter("scheduler.meetings.meeting_links")(client))


def listing(call: Callable[..., object]) -> Callable[[], object]:
    """A call of `list`; each asks for another page, so that nothing kept from the last address helps."""
    pages = count()
    return lambda: call(limit=100, after=str(next(pages)))


def booking(call: Callable[..., object]) -> Callable[[], object]:
    """A call of `book`, the models of its arguments made anew as a caller would."""
    models = import_module("hubspot_meetings").models
    start = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
    return lambda: call(
        duration=1800000,
        email="ada@example.com",
        first_name="Ada",
        form_fields=[models.ExternalBookingFormField(name="company", value="Example Ltd")],
        last_name="Lovelace",
        legal_consent_responses=[models.ExternalLegalConsentResponse(communication_type_id="11077", consented=True)],
        likely_available_user_ids=["1234567"],
        slug="ada-lovelace",
        start_time=start,
    )

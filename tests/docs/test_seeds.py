"""What the publisher's own pages show stands on ours: the comparison in `templates/docs/README.md`, where it can be
tested.

The page is that of booking a meeting, the one that the publisher shows in four languages.
"""

from __future__ import annotations

import json
import re

import pytest
from reading import by_code_host, committed_pages, fences_of

from trees import ROOT

PAGES = committed_pages()
BOOK = "v2026_03/scheduler/meetings/meeting-links/book.md"
PAGE = PAGES[f"en/{BOOK}"]
TREE = by_code_host(PAGE)
PRODUCTS = ("Marketing Hub", "Sales Hub", "Service Hub", "Content Hub")
BODY = {
    "duration": "integer<int64>", "email": "string", "firstName": "string", "formFields": "object[]",
    "lastName": "string", "legalConsentResponses": "object[]", "likelyAvailableUserIds": "string[]", "slug": "string",
    "startTime": "string<date-time>", "locale": "string", "timezone": "string",
}  # fmt: skip
ANSWER = {
    "bookingTimezone": "string", "calendarEventId": "string", "contactId": "string", "duration": "integer<int64>",
    "end": "string<date-time>", "formFields": "object[]", "guestEmails": "string[]", "isOffline": "boolean",
    "legalConsentResponses": "object[]", "start": "string<date-time>", "subject": "string", "locale": "string",
    "location": "string", "webConferenceMeetingId": "string", "webConferenceUrl": "string",
}  # fmt: skip
SENT = ("duration", "email", "firstName", "formFields", "lastName", "legalConsentResponses", "likelyAvailableUserIds")


def rows(section: str) -> dict[str, str]:
    """The type of each direct property, in the page's order."""
    cells = (list(row.all("td")) for row in TREE.all("tr"))
    anchored = {next(row[0].all("a")).attributes.get("id", ""): row for row in cells if row and [*row[0].all("a")]}
    direct = {anchor: row for anchor, row in anchored.items() if re.fullmatch(rf"{section}\.\w+", anchor)}
    return {anchor.partition(".")[2]: row[1].words for anchor, row in direct.items()}


@pytest.mark.parametrize(("section", "expected"), [("body", BODY), ("response-200", ANSWER)])
def test_properties_stand_in_the_same_order_with_the_same_types(section: str, expected: dict[str, str]) -> None:
    assert [*rows(section).items()] == [*expected.items()]


def test_the_scopes_are_those_that_the_operation_takes_sorted() -> None:
    document = json.loads((ROOT / "specs/2026-03/scheduler-meetings-v2026-03.json").read_text())
    security = document["paths"]["/scheduler/2026-03/meetings/meeting-links/book"]["post"]["security"]
    wanted = sorted({scope for uses in security for scopes in uses.values() for scope in scopes})
    listed = next(each for each in TREE.all("details"))
    assert [each.words for each in listed.all("code")] == wanted
    assert len(wanted) == 25  # the publisher's list, which is kept by hand, has 24
    assert "meetings-write" in wanted


def test_products_and_tiers_are_named() -> None:
    for tag, tier in (("en", "Free tools"), ("ja", "無料ツール"), ("de", None), ("pt-BR", None)):
        cells = [[cell.words for cell in row.all("td")] for row in by_code_host(PAGES[f"{tag}/{BOOK}"]).all("tr")]
        tiers = {row[0]: row[1] for row in cells if len(row) == 2 and row[0] in PRODUCTS}
        assert set(tiers) == set(PRODUCTS)
        assert tier is None or set(tiers.values()) == {tier}
        assert tag == "en" or "Free tools" not in tiers.values()


def test_the_method_the_path_and_the_authorization_are_named() -> None:
    assert "\n`POST /scheduler/2026-03/meetings/meeting-links/book`\n" in PAGE
    assert "`Authorization: Bearer <token>`" in PAGE


def test_the_sample_request_sends_what_is_required() -> None:
    (command,) = fences_of(PAGE, "bash")
    body = json.loads(re.search(r"--data '(.*)'", command, re.DOTALL)[1])  # type: ignore[index]
    assert set(SENT) <= set(body)
    assert set(body) == {"slug", "startTime", *SENT}
    assert command.startswith("curl --request POST")


def test_the_sample_answer_has_every_property() -> None:
    answers = [json.loads(each) for each in fences_of(PAGE, "json")]
    assert list(answers[0]) == list(ANSWER)
    assert len(answers) == 2  # and one for the error, which the publisher does not show


def test_objects_have_their_child_attributes_folded() -> None:
    folded = [next(each.all("summary")).words for each in TREE.all("details")]
    assert folded.count("Child attributes of formFields") == 2
    assert folded.count("Child attributes of legalConsentResponses") == 2


def test_the_slice_has_what_the_publisher_s_has() -> None:
    (text,) = fences_of(PAGE, "yaml")
    for part in (
        "info:",
        "servers:",
        "paths:",
        "components:",
        "securitySchemes:",
        "x-hubspot-product-tier-requirements:",
    ):
        assert part in text
    for name in (
        "ExternalMeetingBooking",
        "ExternalMeetingBookingResponse",
        "ExternalValidatedFormField",
        "ErrorDetail",
    ):
        assert f"    {name}:\n" in text


def test_the_newest_version_leads_the_list_for_programs() -> None:
    assert PAGES["llms.txt"].index("2026-09") < PAGES["llms.txt"].index("2026-03") < PAGES["llms.txt"].index("/v3/")

"""The three versions of the Scheduler Meetings API differ in what their facts say, and in nothing else."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from diff_versions import both_ways, version_of

from specwright.config import CONFIG_NAME, read_config
from specwright.diff import Change, compare
from specwright.pipeline import read_sdks
from specwright.sdk import Version
from trees import ROOT

STEPS = (("v3", "2026-03"), ("2026-03", "2026-09"))
LINKS = "/scheduler/meetings/meeting-links"
BOOK = f"{LINKS}/book"
READS = (f"GET {LINKS}", f"GET {BOOK}/availability-page/{{slug}}", f"GET {BOOK}/{{slug}}")
WRITES = ("POST /scheduler/meetings/calendar", f"POST {BOOK}")
SOURCE = "ExternalCalendarMeetingEventResponseProperties/hs_engagement_source"
# Integers of milliseconds that the document of 2026-09 declares too small, and the overlay mends.
MENDED = (
    "ExternalClosedRange/end",
    "ExternalClosedRange/start",
    "ExternalLinkAvailabilityForDuration/meetingDurationMillis",
    "ExternalMeetingAvailability/endMillisUtc",
    "ExternalMeetingAvailability/startMillisUtc",
    "ExternalMeetingsLinkSettings/meetingBufferTime",
    "ExternalTimeRange/end",
    "ExternalTimeRange/start",
)


@cache
def version(named: str) -> Version:
    (sdk,) = read_sdks(read_config(ROOT / CONFIG_NAME))
    return next(each for each in sdk.versions if each.api.version == named)


def told(changes: tuple[Change, ...], level: str) -> list[tuple[str, str]]:
    return sorted((change.rule, change.place) for change in changes if change.level == level)


@pytest.mark.parametrize(("old", "new"), STEPS)
def test_two_versions_differ_in_exactly_this(old: str, new: str, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    expected = ROOT / "tests" / "cases" / "diff" / f"meetings-{old}-to-{new}" / "expected.json"
    found = both_ways(version(old), version(new))
    if update:
        expected.write_text(found)
    assert found == expected.read_text(), "if this is meant: pytest tests/diff/test_diff_meetings.py --update"


def test_the_first_step_takes_one_operation_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    changes = compare(version("v3"), version("2026-03"))
    assert told(changes, "breaking") == [("operation-removed", f"PATCH {LINKS}/{{meetingLinkSlug}}")]
    assert told(changes, "additive") == []
    assert told(changes, "docs") == []


def test_the_second_step_changes_credentials_a_property_and_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    changes = compare(version("2026-03"), version("2026-09"))
    assert told(changes, "breaking") == [
        ("property-removed", "ExternalLinkMetadata/paymentLinkId"),
        *(("security-lost", place) for place in WRITES),
    ]
    twice = sorted([*READS, *WRITES, *WRITES])  # writing takes two more keys, reading one
    assert told(changes, "additive") == [
        ("enum-value-removed", SOURCE),
        *(("security-gained", place) for place in twice),
    ]
    assert {change.rule for change in changes if change.level == "docs"} == {
        "scope-declared",
        "scope-described",
        "scope-undeclared",
    }
    assert "developer_hapikey" in next(change.sentence for change in changes if change.rule == "scheme-removed")


def test_the_defect_that_the_overlay_mends_is_a_change_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    published = shutil.copy(ROOT / "specs" / "2026-09" / "scheduler-meetings-v2026-09.json", tmp_path)
    mended = {change.sentence for change in compare(version("2026-03"), version("2026-09"))}
    plain = compare(version("2026-03"), version_of(Path(published)))
    more = [change for change in plain if change.sentence not in mended and change.rule != "entitlement-gained"]
    assert {change.rule for change in more} == {"format-narrowed"}
    assert sorted(change.place for change in more) == list(MENDED)
    assert {(change.level, change.effect.kind) for change in more} == {("additive", "nothing")}

"""Every Python sample in the package's README runs as it stands there."""

from __future__ import annotations

import re
import warnings
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import hubspot_meetings
import pytest
from hubspot_meetings import Client, DecodeWarning, models
from tests.sdk.meetings_server import LocalServer, reply_json
from tests.sdk.meetings_world import TOKEN, page_of

README = Path(hubspot_meetings.__file__).parents[2] / "README.md"
SAMPLES = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
FIRST, *PROGRAMS = [sample for sample in SAMPLES if sample.startswith("from ")]
CALLS = [sample for sample in SAMPLES if not sample.startswith("from ")]


def test_there_is_a_sample_for_every_operation_of_the_newest_version() -> None:
    with Client(access_token=TOKEN) as client:
        meetings = client.scheduler.meetings
        tables = (meetings.calendar.__operations__, meetings.meeting_links.__operations__)
    names = {operation.name for table in tables for operation in table.values()}
    assert {name for name in names if any(f"client.{name}(" in sample for sample in CALLS)} == names


def test_the_first_sample_runs_and_prints_what_it_lists(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(hubspot_meetings, "Client", partial(Client, base_url=server.url))
    server.answer(reply_json(page_of("1", after="a")), reply_json(page_of("2")))
    exec(FIRST, {})
    assert [line.split("=")[0] for line in capsys.readouterr().out.splitlines()] == ["created_at"] * 2
    assert len(server.received) == 2


def test_the_other_whole_programs_run(monkeypatch: pytest.MonkeyPatch, server: LocalServer) -> None:
    monkeypatch.setattr(hubspot_meetings, "Client", partial(Client, base_url=server.url))
    for program in PROGRAMS:
        exec(program, {})
    assert server.received == []


@pytest.mark.parametrize("sample", CALLS, ids=[sample.partition("(")[0] for sample in CALLS])
def test_each_call_is_sent_as_it_stands(server: LocalServer, sample: str) -> None:
    with Client(access_token=TOKEN, base_url=server.url) as client, warnings.catch_warnings():
        warnings.simplefilter("ignore", DecodeWarning)  # the server answers `{}`
        exec(sample, {"client": client, "models": models, "datetime": datetime, "UTC": UTC})
    assert len(server.received) == 1

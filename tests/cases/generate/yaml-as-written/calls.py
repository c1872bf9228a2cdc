"""YAML as its authors write it: words, times and dates that stay text, and one thing merged into another."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import get_args

import pytest
from yaml_as_written import Client, NotFoundError, models

from calls_server import Server


def words_that_old_yaml_took_for_booleans_and_numbers_stay_text(client: Client, server: Server) -> None:
    listed = get_args(get_args(models.Country.__value__)[0])
    assert listed == ("NO", "SE", "on", "off", "yes", "y", "12:30", "1_000", "2026-03-01", "=", "<")
    server.answers(200, json={"name": "Oslo"})
    client.readings.get_reading(country="NO")
    assert server.request.target == "/readings?country=NO"


def what_is_merged_in_is_there_beside_what_is_new(client: Client, server: Server) -> None:
    sent = {"name": "Oslo", "no": "1", "country": "off", "8": 7, "null": True, "at": "2026-09-01T09:30:00Z"}
    server.answers(200, json=sent)
    found = client.readings.get_reading()
    assert (found.name, found.no, found.country, found.value_8, found.null) == ("Oslo", "1", "off", 7, True)
    assert found.at == datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
    assert json.loads(found.model_dump_json(by_alias=True, exclude_unset=True)) == sent


def a_status_that_is_a_number_is_a_status(client: Client, server: Server) -> None:
    server.answers(404)
    with pytest.raises(NotFoundError):
        client.readings.get_reading()

"""Unions of scalars: each value keeps its exact JSON type."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from unions_of_scalars import Client, models

from calls_server import Server


def _decoded(client: Client, server: Server, **values: list[Any]) -> models.Values:
    server.answers(200, json=values)
    found = client.values.send_values()
    assert json.loads(found.model_dump_json(by_alias=True, exclude_unset=True)) == values
    return found


def _typed(values: list[Any] | None) -> list[tuple[type, Any]]:
    return [(type(each), each) for each in values or ()]


def a_whole_number_is_no_float_and_no_boolean(client: Client, server: Server) -> None:
    values = [1, 1.0, 2.5, True, "1", None, False, 0]
    found = _decoded(client, server, scalars=values, numbers=[1, 1.0, 2.5])
    assert _typed(found.scalars) == _typed(values)
    assert _typed(found.numbers) == _typed([1, 1.0, 2.5])


def text_is_more_where_it_says_the_same(client: Client, server: Server) -> None:
    texts = ["2026-09-01T09:30:00Z", "2026-09-01", "0b7e5c1c-3f5d-4a8e-9d64-2f1f6f2b9a10", "soon", "1756"]
    found = _decoded(client, server, moments=texts)
    assert found.moments == [
        datetime(2026, 9, 1, 9, 30, tzinfo=UTC),
        date(2026, 9, 1),
        UUID("0b7e5c1c-3f5d-4a8e-9d64-2f1f6f2b9a10"),
        "soon",
        "1756",
    ]


def a_value_beside_an_enum_is_no_surprise_where_any_text_may_be(client: Client, server: Server) -> None:
    found = _decoded(client, server, choices=["auto", "manual", 1])
    assert found.choices == ["auto", "manual", 1]


def lists_and_maps_go_by_their_content(client: Client, server: Server) -> None:
    found = _decoded(client, server, lists=[["a"], [1, 2], "x", []], maps=[{"a": True}, {"a": "true"}])
    assert found.lists == [["a"], [1, 2], "x", []]
    assert found.maps == [{"a": True}, {"a": "true"}]


def parameters_are_written_as_what_they_are(client: Client, server: Server) -> None:
    server.answers(200, json={})
    client.values.send_values(at=7, flags=[True, "maybe"], x_since=date(2026, 9, 1))
    assert server.request.target == "/values?at=7&flags=true&flags=maybe"
    assert server.request.headers["x-since"] == "2026-09-01"


def a_request_keeps_types_too(client: Client, server: Server) -> None:
    server.answers(200, json={})
    client.values.send_values(scalars=[1, 1.5, True, "1", None], moments=["soon", datetime(2026, 9, 1, tzinfo=UTC)])
    assert server.request.json == {"scalars": [1, 1.5, True, "1", None], "moments": ["soon", "2026-09-01T00:00:00Z"]}

"""Arrays whose items mean something by their place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, assert_type

import pytest
from schemas_tuples import AsyncClient, Client, models

from calls_server import Server

EVERYTHING: dict[str, object] = {
    "start": [1.5, -2],
    "path": [[0.5, 1.5], [2.5, 3.5]],
    "inline": ["a", 1],
    "maybe": ["]", None],
    "one": [{"text": "x"}],
    "open": ["a", 1, {"more": True}],
    "rest": ["a", {"text": "b"}, {"text": "c"}],
    "fewer": [1],
    "listed": [["2026-09-01T09:30:00.5Z", 1.5]],
    "mapped": {"k": ["a", {"a": 1}]},
    "nested": [[0.5, 0.25], [1, 2]],
    "recursive": ["root", [["leaf", []], ["other", []]]],
    "tuple": ["a", "b"],
    "contained": [7],
}


def what_came_goes_back(client: Client, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = client.shapes.draw(start=(0, 0))
    server.answers(204)
    client.shapes.draw_all(body=[found])
    assert server.request.json == [EVERYTHING]


async def what_came_goes_back_asynchronously(client: AsyncClient, server: Server) -> None:
    server.answers(json={"start": [1.5, 2.5], "fewer": []})
    found = await client.shapes.draw(start=(1.5, 2.5), inline=("a", 1), fewer=[])
    assert server.request.json == {"start": [1.5, 2.5], "inline": ["a", 1], "fewer": []}
    assert found.fewer == ()


def items_are_typed_by_their_place(client: Client, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = client.shapes.draw(start=(0, 0))
    assert_type(found.start[0], float)
    assert found.inline is not None
    assert_type(found.inline, tuple[str, int])
    assert found.one is not None
    assert_type(found.one[0], models.Label)
    assert found.one[0].text == "x"
    assert found.listed is not None
    when, _ = found.listed[0]
    assert when == datetime(2026, 9, 1, 9, 30, 0, 500_000, tzinfo=UTC)
    assert found.mapped is not None
    assert found.mapped["k"][1].a == 1
    assert found.recursive is not None
    assert found.recursive[1][0][0] == "leaf"


def where_there_may_be_more_they_are_there_too(client: Client, server: Server) -> None:
    server.answers(json={**EVERYTHING, "open": ["a", 1]})
    assert client.shapes.draw(start=(0, 0)).open == ("a", 1)
    server.answers(json=EVERYTHING)
    found = client.shapes.draw(start=(0, 0))
    assert_type(found.open, tuple[str, int] | tuple[Any, ...] | None)
    assert found.open == ("a", 1, {"more": True})
    assert_type(found.fewer, tuple[int, bool] | tuple[int | bool, ...] | None)
    assert found.rest == ("a", models.Label(text="b"), models.Label(text="c"))


def too_many_items_are_kept_and_told(client: Client, server: Server) -> None:
    server.answers(json={"start": [1.5, 2.5, 3.5]})
    with pytest.warns(UserWarning, match="start: wrong value"):
        found = client.shapes.draw(start=(0, 0))
    assert found.model_dump(warnings=False, exclude_unset=True) == {"start": [1.5, 2.5, 3.5]}


def a_misfit_in_a_tuple_is_told_by_its_place(client: Client, server: Server) -> None:
    server.answers(json={"start": [1, 2], "listed": [["never", 1.5]]})
    with pytest.warns(UserWarning, match=r"listed\[0\]\[0\]: wrong value"):
        found = client.shapes.draw(start=(0, 0))
    assert found.model_dump(warnings=False, include={"listed"}) == {"listed": [("never", 1.5)]}

"""Properties that the contract lets have any name."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime
from typing import Any, assert_type

import pytest
from pydantic import ValidationError
from schemas_extras import AsyncClient, Client, models

from calls_server import Server

EVERYTHING: dict[str, object] = {
    "counts": {"total": 3, "dict": "d", "red": 1, "model_extra": 2},
    "models": {"known": "k", "first": {"at": "2026-09-01T09:30:00.5Z"}, "total-2": {}},
    "tree": {"name": "root", "left": {"name": "leaf", "right": {}}},
    "invited": {"known": "k", "more": [1, {"a": None}]},
    "closed": {"known": "k"},
    "lists": {"a": [{"b": 1}, {}]},
    "patterns": {"apple": "x", "berry": 1},
    "onePattern": {"x-a": {"at": "2026-09-01T09:30:00Z"}},
    "patternsBeside": {"known": True, "x-a": "text"},
    "names": {"abc": "x"},
    "unevaluated": {"known": "x"},
    "unevaluatedTyped": {"known": "x", "y": True},
    "part": {"total": 1, "more": "x", "blue": 4},
    "not": {"y": "z"},
    "conditional": {"kind": "a"},
}


def what_came_goes_back(client: Client, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = client.things.swap(body=[])
    server.answers(json={})
    client.things.swap(body=[found, copy.deepcopy(found), pickle.loads(pickle.dumps(found))])
    assert server.request.json == [EVERYTHING, EVERYTHING, EVERYTHING]


async def what_came_goes_back_asynchronously(client: AsyncClient, server: Server) -> None:
    server.answers(json=EVERYTHING)
    found = await client.things.swap(body=[])
    server.answers(json={})
    await client.things.swap(body=[found])
    assert server.request.json == [EVERYTHING]


def other_properties_are_typed(client: Client, server: Server) -> None:
    server.answers(json={key: EVERYTHING[key] for key in ("counts", "models", "tree", "patternsBeside", "part")})
    found = client.things.swap(body=[])
    assert found.counts is not None
    assert found.models is not None
    assert found.tree is not None
    assert found.patterns_beside is not None
    assert found.part is not None
    assert_type(found.counts.model_extra, dict[str, int])
    assert found.counts.model_extra == {"red": 1, "model_extra": 2}
    assert_type(found.models.model_extra["first"], models.Moment)
    assert_type(found.models.model_extra["first"].at, datetime | None)
    assert found.tree.model_extra["left"].model_extra["right"] == models.Tree()
    assert found.patterns_beside.model_extra == {"x-a": "text"}
    assert found.part.model_extra == {"blue": 4}


def others_are_given_by_name_or_added(client: Client, server: Server) -> None:
    counts = models.Counts.model_validate({"total": 1, "red": 2})
    counts.model_extra["blue"] = 3
    thing = models.Thing(counts=counts, invited=models.ThingInvited(known="k"))
    assert thing.invited is not None
    assert_type(thing.invited.model_extra, dict[str, Any])
    thing.invited.model_extra["more"] = 1
    server.answers(json={})
    client.things.swap(body=[thing])
    assert server.request.json == [{"counts": {"total": 1, "red": 2, "blue": 3}, "invited": {"known": "k", "more": 1}}]


def others_are_added_to_a_call_and_to_its_answer(client: Client, server: Server) -> None:
    server.answers(json={"total": 1})
    counted = client.things.count(total=1, extra_body={"red": 2})
    assert server.request.json == {"total": 1, "red": 2}
    counted.model_extra["blue"] = 3
    assert counted.model_dump(exclude_unset=True) == {"total": 1, "blue": 3}


def a_wrong_one_is_told_by_its_place_and_kept(client: Client, server: Server) -> None:
    server.answers(json={"models": {"first": {"at": "never"}}, "counts": {"total": 1, "red": "many"}})
    with pytest.warns(UserWarning, match=r"counts\.red: wrong value .*; models\.first\.at: wrong value"):
        found = client.things.swap(body=[])
    server.answers(json={})
    client.things.swap(body=[found])
    assert server.request.json == [{"models": {"first": {"at": "never"}}, "counts": {"total": 1, "red": "many"}}]


def a_wrong_one_of_the_caller_is_refused() -> None:
    with pytest.raises(ValidationError, match="red"):
        models.Counts.model_validate({"total": 1, "red": "many"})


def what_the_contract_does_not_invite_is_kept_and_told(client: Client, server: Server) -> None:
    server.answers(json={"closed": {"known": "k", "more": 1}})
    with pytest.warns(UserWarning, match=r"closed\.more: unknown field"):
        found = client.things.swap(body=[])
    assert found.closed is not None
    assert found.closed.model_extra == {"more": 1}

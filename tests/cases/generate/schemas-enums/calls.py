"""Values that are listed, and values that nobody has listed yet."""

from __future__ import annotations

from typing import assert_type

import pytest
from schemas_enums import Client, models

from calls_server import Server

EVERYTHING: dict[str, object] = {
    "word": "back\\slash", "number": -3, "ratio": 0.5, "flag": False, "only": "only", "mixed": 1.5,
    "objects": {"a": 1}, "inline": "y", "inlineOnly": "x", "always": True, "list": ["p", "q"], "map": {"k": 2},
    "twice": "a", "none": "anything",
}  # fmt: skip


def _back(client: Client, server: Server, given: dict[str, object]) -> models.Things:
    server.answers(json=given)
    found = client.things.find_things(kind="red", flag="yes")
    server.answers(json={})
    client.things.send_things(body=[found])
    assert server.request.json == [given]
    return found


def listed_values_go_back(client: Client, server: Server) -> None:
    found = _back(client, server, EVERYTHING)
    assert_type(found.ratio, float | None)
    for value in ("red", "RED", "dark blue", "None", "class", "", "1st", "it's", 'a"b'):
        _back(client, server, {"word": value})


def values_of_several_types_stay_what_they_are(client: Client, server: Server) -> None:
    for value in ("a", 1, True, 1.5):
        found = _back(client, server, {"mixed": value})
        assert type(found.mixed) is type(value)


def values_from_tomorrow_are_kept_and_told(client: Client, server: Server) -> None:
    given: dict[str, object] = {"word": "green", "number": 9, "mixed": "b", "list": ["p", "z"], "map": {"k": 9}}
    with pytest.warns(UserWarning, match="unknown value"):
        found = _back(client, server, given)
    assert found.word == "green"
    assert found.number == 9


def a_single_value_that_changed_is_kept_and_told(client: Client, server: Server) -> None:
    with pytest.warns(UserWarning, match="only: "):
        _back(client, server, {"only": "other", "always": False})


def any_value_can_be_sent(client: Client, server: Server) -> None:
    server.answers(json={})
    client.things.send_things(body=[models.Things(word="green", number=9, list_=["z"], mixed=False)])
    assert server.request.json == [{"word": "green", "number": 9, "list": ["z"], "mixed": False}]
    assert b'"mixed":false' in server.request.body

"""Unions without a discriminator, whose members have constants that tell them apart."""

from __future__ import annotations

from typing import Any

import pytest
from unions_inferred import Client, NewerAnswerWarning, UnknownMember, models

from calls_server import Server


def constants_tell_members_apart_and_are_sent(client: Client, server: Server) -> None:
    sent = [
        {"type": "WAIT", "seconds": 1},
        {"type": "SEND", "to": "ada"},
        {"type": "SPLIT", "into": [{"type": "WAIT", "seconds": 2}]},
    ]
    server.answers(200, json=sent)
    steps: list[models.Step] = [
        models.Wait(seconds=1),
        models.Send(to="ada"),
        models.Split(into=[models.Wait(seconds=2)]),
    ]
    assert client.steps.send_steps(body=steps) == steps
    assert server.request.json == sent


def a_constant_from_tomorrow_is_an_unknown_member(client: Client, server: Server) -> None:
    sent = [{"type": "LOOP", "times": 3}]
    server.answers(200, json=sent)
    with pytest.warns(NewerAnswerWarning, match=r"\[0\]\.type: unknown value \('LOOP'\)"):
        (step,) = client.steps.send_steps(body=[])
    assert isinstance(step, UnknownMember)
    assert (step.type, step.times) == ("LOOP", 3)
    server.answers(200, json=[])
    client.steps.send_steps(body=[step])
    assert server.request.json == sent


def _sent_values(client: Client, server: Server, **values: list[dict[str, Any]]) -> models.Values:
    server.answers(200, json=values)
    found = client.steps.send_values()
    assert found.model_dump(by_alias=True, exclude_unset=True) == values
    return found


def where_a_constant_tells_in_part_the_others_are_tried_after(client: Client, server: Server) -> None:
    found = _sent_values(
        client,
        server,
        partly=[{"kind": "a", "a": 1}, {"kind": "b"}, {"kind": "z", "c": 1}, {"c": 2}, {"d": 3}, {"kind": "a", "c": 4}],
    )
    assert [type(each) for each in found.partly or ()] == [
        models.PartlyOption1,
        models.PartlyOption2,
        models.PartlyOption3,
        models.PartlyOption3,
        models.PartlyOption4,
        models.PartlyOption3,
    ]


def members_that_share_a_constant_are_told_by_what_they_hold(client: Client, server: Server) -> None:
    found = _sent_values(client, server, shared=[{"is": "one", "y": 1}, {"is": "one", "x": 1}, {"is": "three"}])
    assert found.shared == [models.SharedOption2(y=1), models.SharedOption1(x=1), models.SharedOption4()]


def booleans_are_tags_too(client: Client, server: Server) -> None:
    found = _sent_values(client, server, flags=[{"ok": False, "error": "x"}, {"ok": True, "value": "y"}])
    assert found.flags == [models.FlagsOption2(error="x"), models.FlagsOption1(value="y")]


def one_constant_alone_is_tried_as_any_other_property(client: Client, server: Server) -> None:
    found = _sent_values(client, server, lone=[{"m": 1}, {"tag": "only", "n": 2}])
    assert found.lone == [models.LoneOption2(m=1), models.LoneOption1(n=2)]

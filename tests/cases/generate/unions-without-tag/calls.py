"""Unions that nothing tells apart but what a value holds."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from unions_without_tag import Client, DecodeWarning, UnknownMember, models

from calls_server import Server


def _decoded(client: Client, server: Server, **values: Any) -> models.Things:
    server.answers(200, json=values)
    found = client.things.send_things()
    assert found.model_dump(by_alias=True, exclude_unset=True, warnings=False) == values
    return found


def the_member_that_knows_most_of_the_keys_is_taken(client: Client, server: Server) -> None:
    found = _decoded(client, server, where=[{"x": 1.5, "y": 2.5}, {"x": 1.5, "y": 2.5, "name": "home"}])
    assert found.where == [models.Point(x=1.5, y=2.5), models.Place(x=1.5, y=2.5, name="home")]


def a_property_from_tomorrow_does_not_change_the_member(client: Client, server: Server) -> None:
    with pytest.warns(DecodeWarning, match=r"where\[0\]\.z: unknown field"):
        found = _decoded(client, server, where=[{"x": 1.5, "y": 2.5, "z": 3.5}])
    assert isinstance((found.where or [])[0], models.Point)


def where_several_members_hold_at_once_nothing_is_lost(client: Client, server: Server) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _decoded(client, server, parts={"first": "Ada", "last": "L", "born": "1815-12-10"})
    assert isinstance(found.parts, models.Named)
    assert found.parts.model_extra == {"born": "1815-12-10"}


def the_same_shape_twice_is_one(client: Client, server: Server) -> None:
    found = _decoded(client, server, twice={"x": 1.5, "y": 2.5}, onlyNull=None)
    assert found.twice == models.Point(x=1.5, y=2.5)
    assert found.only_null is None


def lists_and_maps_go_by_what_is_in_them(client: Client, server: Server) -> None:
    found = _decoded(client, server, kinds=[{"a": 1, "b": 2}, {"x": 1.5, "y": 2.5}, [1, 2], [{"x": 1.5, "y": 2.5}]])
    point = models.Point(x=1.5, y=2.5)
    assert found.kinds == [{"a": 1, "b": 2}, point, [1, 2], [point]]


def a_union_may_lead_into_itself(client: Client, server: Server) -> None:
    tree = {"left": "a", "right": {"left": {"leaf": "b"}, "right": ["c", {"leaf": "d"}]}}
    found = _decoded(client, server, tree=tree)
    inner = models.Branch(left=models.Leaf(leaf="b"), right=["c", models.Leaf(leaf="d")])
    assert found.tree == models.Branch(left="a", right=inner)
    server.answers(200, json={})
    assert found.tree
    client.things.send_things(tree=found.tree)
    assert server.request.json == {"tree": tree}


def an_object_that_no_member_can_hold_is_an_unknown_member(client: Client, server: Server) -> None:
    with pytest.warns(DecodeWarning, match="byName.a: wrong value .no member of the union can hold it"):
        found = _decoded(client, server, byName={"a": {"latitude": 1.5}, "b": {"x": 1.5, "y": 2.5}})
    assert found.by_name
    assert isinstance(found.by_name["a"], UnknownMember)
    assert found.by_name["a"].latitude == 1.5
    assert found.by_name["b"] == models.Point(x=1.5, y=2.5)


def a_value_that_is_wrong_in_one_place_is_still_the_member_that_it_is_most_like(client: Client, server: Server) -> None:
    with pytest.warns(DecodeWarning, match=r"where\[0\]\.y: wrong value"):
        found = _decoded(client, server, where=[{"x": 1.5, "y": "far", "name": "home"}])
    assert isinstance((found.where or [])[0], models.Place)


def a_body_as_a_whole_may_be_a_union(client: Client, server: Server) -> None:
    wholes: list[tuple[models.ThingsPutWholeRequest, object]] = [
        (models.Point(x=1.5, y=2.5), {"x": 1.5, "y": 2.5}),
        (models.Place(x=1.5, y=2.5, name="home"), {"x": 1.5, "y": 2.5, "name": "home"}),
        ("text", "text"),
        ([models.Point(x=1.5, y=2.5)], [{"x": 1.5, "y": 2.5}]),
    ]
    for whole, sent in wholes:
        server.answers(200, json=sent)
        assert client.things.put_whole(body=whole) == whole
        assert server.request.json == sent


def a_form_holds_scalars_as_text_and_objects_as_json(client: Client, server: Server) -> None:
    server.answers(204)
    client.things.send_form(size=3, at=models.Point(x=1.5, y=2.5))
    assert server.request.form == [("at", '{"x":1.5,"y":2.5}'), ("size", "3")]


def a_part_of_a_form_with_files_is_written_alike(client: Client, server: Server) -> None:
    server.answers(204)
    client.things.send_multipart(size="big", at=models.Point(x=1.5, y=2.5), file=b"bytes")
    parts = {each.name: each.body for each in server.request.parts}
    assert parts == {"size": b"big", "at": b'{"x":1.5,"y":2.5}', "file": b"bytes"}


def lists_of_several_kinds_are_told_apart_by_what_they_hold(client: Client, server: Server) -> None:
    bug = models.Label(name="bug")
    every: tuple[tuple[object, models.Labels], ...] = (
        (["bug"], ["bug"]),
        ([{"name": "bug"}], [bug]),
        ({"labels": ["bug"]}, models.LabelNames(labels=["bug"])),
        ({"labels": [{"name": "bug"}]}, models.LabelObjects(labels=[bug])),
        ("bug", "bug"),
    )
    for sent, meant in every:
        server.answers(200, json=sent)
        assert client.things.put_labels(body=meant) == meant
        assert server.request.json == sent


def labels_that_were_read_can_be_sent(client: Client, server: Server) -> None:
    for sent in (["bug"], [{"name": "bug"}], {"labels": ["bug"]}, {"labels": [{"name": "bug"}]}):
        server.answers(200, json=sent)
        read = client.things.put_labels(body="any")
        server.answers(200, json=sent)
        assert client.things.put_labels(body=read) == read
        assert server.request.json == sent

"""Properties whose names are anything that JSON lets them be."""

from __future__ import annotations

from typing import assert_type

import pytest
from schemas_properties import Client, models

from calls_server import Server

VALUES: dict[str, object] = {
    "date": "2026-09-01",
    "datetime": "2026-09-01T09:30:00.5Z",
    "list": [1],
    "dict": {"a": 1},
    "int": 1,
    "float": 1.5,
    "bool": True,
    "tuple": ["a"],
    "list_of_str": ["a"],
}


def _every_property() -> dict[str, object]:
    given = {
        name if field.alias is None else field.alias: f"text of {name}"
        for name, field in models.Awkward.model_fields.items()
    }
    given.pop("Awkward")
    return {**given, **VALUES, "Awkward": dict(VALUES)}


def each_property_keeps_its_own_value(client: Client, server: Server) -> None:
    everything = _every_property()
    server.answers(json=everything)
    found = client.all.swap(body=[])
    assert not found.model_extra
    assert (found.value, found.a_b, found.a_b_x2d) == ("text of value", "text of a_b", "text of a_b_x2d")
    server.answers(json={})
    client.all.swap(body=[found])
    assert server.request.json == [everything]


def names_are_those_of_the_contract_as_far_as_python_goes(client: Client, server: Server) -> None:
    server.answers(json=_every_property())
    found = client.all.swap(body=[])
    assert_type(found.list_, list[int] | None)
    assert_type(found.class_, str | None)
    assert (found.ref, found.with_dash, found.über, found.value_1st) == (
        "text of ref", "text of with_dash", "text of über", "text of value_1st",
    )  # fmt: skip
    assert found.awkward is not None
    assert found.awkward.int_ == 1


def every_property_is_an_argument(client: Client, server: Server) -> None:
    server.answers(204)
    client.all.replace(class_="c", self_="s", body_="b", ref="r", list=[1], with_space="w", über="ü")
    assert server.request.json == {
        "class": "c", "self": "s", "body": "b", "$ref": "r", "list": [1], "with space": "w", "über": "ü",
    }  # fmt: skip


def a_misfit_is_told_by_the_name_on_the_wire(client: Client, server: Server) -> None:
    server.answers(json={"": 1, "with.dot": 2})
    with pytest.warns(UserWarning, match=r"at body: wrong value .*; with\.dot: wrong value"):
        found = client.all.swap(body=[])
    server.answers(json={})
    client.all.swap(body=[found])
    assert server.request.json == [{"": 1, "with.dot": 2}]

"""What `allOf` amounts to: what all of its parts accept."""

from __future__ import annotations

from typing import assert_type

import pytest
from pydantic import TypeAdapter, ValidationError
from schemas_all_of import Client, InvalidRequestError, NewerAnswerWarning, UnknownMember, models

from calls_server import Server

HOLDER: dict[str, object] = {
    "described": {"name": "Ada"},
    "two": {"name": "Ada", "tags": ["x"], "more": "text"},
    "narrowed": "four",
    "listed": ["a"],
    "choice": {"name": "Ada", "tags": ["x"]},
    "empty": [1],
    "enum": "b",
    "bounded": 7,
    "whole": 3,
    "moment": "2026-09-01",
    "items": ["x"],
    "map": {"k": 1},
    "nullable": {"name": "Ada"},
    "never": "whatever",
    "owner": {"name": "Ada", "owner": {"name": "Bea"}, "age": 2, "bark": "loud"},
    "tree": {"children": [{"value": 1, "children": []}], "value": 2},
    "kept": {"pet": {"name": "Rex", "bark": "loud", "owner": {}}},
    "deep": {"name": "x", "a": 1, "b": "y"},
}


def what_came_goes_back(client: Client, server: Server) -> None:
    server.answers(json=HOLDER)
    found = client.holders.swap(body=[])
    assert found.model_extra == {}
    server.answers(json={})
    client.holders.swap(body=[found])
    assert server.request.json == [HOLDER]


def a_property_has_the_type_of_all_parts(client: Client, server: Server) -> None:
    server.answers(json=HOLDER)
    found = client.holders.swap(body=[])
    assert_type(found.narrowed, str | None)
    assert_type(found.whole, int | None)
    assert_type(found.moment, str | None)
    assert_type(found.described, models.Pet | None)
    assert_type(found.items, list[str] | None)
    assert found.kept is not None
    assert_type(found.kept.pet, models.Dog)
    assert found.tree is not None
    assert found.tree.children is not None
    assert_type(found.tree.children[0], models.Tree)
    assert found.tree.children[0].value == 1
    assert found.enum == "b"


def the_narrowest_bounds_hold(client: Client, server: Server) -> None:
    for wrong in (4, 11):
        with pytest.raises(InvalidRequestError, match="bounded"):
            client.holders.replace(bounded=wrong)
    with pytest.raises(InvalidRequestError, match="narrowed"):
        client.holders.replace(narrowed="ab")
    server.answers(204)
    client.holders.replace(bounded=5, narrowed="abc")
    assert server.request.json == {"bounded": 5, "narrowed": "abc"}


def a_child_is_its_parent_and_more(client: Client, server: Server) -> None:
    server.answers(json={"name": "Rex", "bark": "low", "owner": {"name": "Ada"}, "age": 1})
    puppy = client.pets.add_pet(name="Rex", bark="low", owner=models.Owner(name="Ada"))
    assert server.request.json == {"name": "Rex", "bark": "low", "owner": {"name": "Ada"}}
    assert_type(puppy.owner, models.Owner)
    assert (puppy.age, puppy.name) == (1, "Rex")


def required_by_one_part_is_required() -> None:
    for kind in (models.RequiredOnly, models.Beside, models.Siblings):
        with pytest.raises(ValidationError, match="Field required"):
            kind.model_validate({})


def a_choice_with_something_more_is_a_choice_still(client: Client, server: Server) -> None:
    for body in ({"name": "Ada", "since": 3}, {"tags": ["x"], "since": 3, "more": "text"}):
        server.answers(json=body)
        found = client.choices.swap_chosen(body=models.AboutChosenOption1(since=1))
        assert found.since == 3
        assert found.model_dump(by_alias=True, exclude_unset=True) == body
    assert isinstance(found, models.AboutChosenOption2)
    assert_type(found.tags, list[str] | None)
    assert found.model_extra == {"more": "text"}


def the_tag_of_a_choice_tells_what_it_has_become(client: Client, server: Server) -> None:
    for again in (
        models.AboutAgainOption1(since=1, until=2, handle=True),
        models.AboutAgainOption2(since=1, depth=2.5),
    ):
        server.echoes()
        found = client.choices.swap_again(body=again)
        assert type(found) is type(again)
        assert found == again
    assert server.request.json == {"kind": "Bowl", "since": 1, "depth": 2.5}
    server.answers(json={"kind": "jug", "since": 1})
    with pytest.warns(NewerAnswerWarning, match="'jug'"):
        assert isinstance(client.choices.swap_again(body=again), UnknownMember)


def two_choices_are_each_pair_that_can_be() -> None:
    found = TypeAdapter[models.Two](models.Two).validate_python(
        {"name": "Ada", "owner": {"name": "Bea"}, "tags": ["x"]}
    )
    assert isinstance(found, models.TwoOption2)
    assert_type(found.name, str)
    assert found.tags == ["x"]


def what_is_too_large_or_made_of_itself_keeps_every_property() -> None:
    body = {"since": 1, "kind": "c", "handle": True}
    assert models.Crowd.model_validate(body).model_dump(exclude_unset=True) == body
    assert models.Crowd.model_validate(body).model_extra == {"kind": "c", "handle": True}
    upward = models.Upward.model_validate({"way": "up", "name": "Ada"})
    assert upward.model_extra == {"name": "Ada"}
    assert models.Highest.model_validate({"way": "up", "top": 1, "name": "Ada"}).top == 1
    assert models.Ring(turn=1, name="Ada").name == "Ada"


def a_required_name_that_nothing_describes_is_known_and_not_demanded() -> None:
    for body in ({"name": "Ada", "response_id": "r1"}, {"name": "Ada"}):
        found = models.Undescribed.model_validate(body)
        assert found.model_dump(exclude_unset=True) == body
        assert found.model_extra == {}
    still = models.UndescribedStill.model_validate({"name": "Ada", "more": [1], "response_id": 2})
    assert (still.more, still.response_id, still.model_extra) == ([1], 2, {})
    with pytest.raises(ValidationError, match="Field required"):
        models.Describing.model_validate({"name": "Ada"})
    assert_type(models.Describing(name="Ada", response_id=1).response_id, int)

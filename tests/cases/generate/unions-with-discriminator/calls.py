"""Unions whose discriminator tells the members apart."""

from __future__ import annotations

from typing import assert_never

import pytest
from unions_with_discriminator import (
    Client,
    InvalidRequestError,
    MisfitError,
    NewerAnswerWarning,
    UnknownMember,
    models,
)

from calls_server import Server


def a_value_of_the_tag_means_its_member(client: Client, server: Server) -> None:
    for sent, meant in (
        ({"@kind": "circle", "radius": 1.5}, models.Circle(kind="circle", radius=1.5)),
        ({"@kind": "ring", "radius": 2.5}, models.Circle(kind="ring", radius=2.5)),
        ({"@kind": "square", "side": 2.5}, models.Square(side=2.5)),
        ({"@kind": "Oval", "width": 3.5}, models.Oval(width=3.5)),
    ):
        server.answers(200, json=sent)
        assert client.shapes.send_mapped(body=meant) == meant
        assert server.request.json == sent


def members_are_matched_and_what_is_left_is_unknown(client: Client, server: Server) -> None:
    server.answers(200, json={"@kind": "square", "side": 2.5})
    shape = client.shapes.send_mapped(body=models.Oval())
    match shape:
        case models.Circle():
            area = shape.radius
        case models.Square():
            area = shape.side * shape.side
        case models.Oval() | UnknownMember():
            area = 0.0
        case _:
            assert_never(shape)
    assert area == 6.25


def a_tag_that_every_member_has_can_be_read_at_once(client: Client, server: Server) -> None:
    server.answers(200, json={"@kind": "square", "side": 2.5})
    assert client.shapes.send_mapped(body=models.Oval()).kind == "square"


def a_mapping_is_taken_for_the_member_of_its_tag(client: Client, server: Server) -> None:
    for wrong, told in (
        ({"@kind": "square", "side": "long"}, "side: Input should be a valid number"),
        ({"@kind": "square"}, "side: Field required"),
    ):
        with pytest.raises(InvalidRequestError, match=told):
            client.shapes.send_page(alias=wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    sent = {"@kind": "square", "side": 2.5}
    server.answers(200, json={})
    client.shapes.send_page(alias=sent)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert server.request.json == {"alias": sent}


def a_known_tag_is_believed_even_where_another_member_would_fit(client: Client, server: Server) -> None:
    sent = {"@kind": "square", "width": 3.5}
    server.answers(200, json=sent)
    with pytest.warns(UserWarning, match="side: missing field"):
        found = client.shapes.send_mapped(body=models.Oval())
    assert isinstance(found, models.Square)
    assert found.model_dump(by_alias=True, exclude_unset=True) == sent


def every_place_of_a_union_is_told_apart(client: Client, server: Server) -> None:
    blocks = [{"block": "Image", "url": "https://a.example"}, {"block": "Text", "text": "b"}]
    sent = {
        "alias": {"@kind": "ring", "radius": 1.5},
        "blocks": [*blocks, {"text": "c"}],
        "numbered": {"one": {"version": 1, "a": "x"}, "two": {"version": 2, "b": "y"}},
        "nested": {"family": "round", "form": "ball", "volume": 4.5},
        "contact": {"by": "mail", "address": "a@b.example"},
    }
    server.answers(200, json=sent)
    page = client.shapes.send_page(
        alias=models.Circle(kind="ring", radius=1.5),
        blocks=[models.Image(url="https://a.example"), models.Text(text="b"), models.Text(block=None, text="c")],
        numbered={"one": models.First(a="x"), "two": models.Second(b="y")},
        nested=models.Ball(volume=4.5),
        contact=models.Mail(address="a@b.example"),
    )
    asked = server.request.json
    assert asked == {**sent, "blocks": [*blocks, {"block": None, "text": "c"}]}
    assert page.blocks == [
        models.Image(url="https://a.example"),
        models.Text(text="b"),
        models.Text.model_construct({"text"}, text="c"),
    ]
    assert page.nested == models.Ball(volume=4.5)
    assert page.numbered == {"one": models.First(a="x"), "two": models.Second(b="y")}
    assert page.contact == models.Mail(address="a@b.example")
    assert page.model_dump(by_alias=True, exclude_unset=True) == sent


def null_is_no_member(client: Client, server: Server) -> None:
    server.answers(200, json={"nested": None})
    assert client.shapes.send_page(nested=None).nested is None
    assert server.request.json == {"nested": None}


def the_default_member_takes_every_other_value_in_silence(client: Client, server: Server) -> None:
    sent = {"contact": {"by": "pigeon", "how": "slowly"}}
    server.answers(200, json=sent)
    found = client.shapes.send_page(contact=models.Other.model_validate({"by": "pigeon", "how": "slowly"})).contact
    assert isinstance(found, models.Other)
    assert server.request.json == sent


def a_tag_of_another_type_is_another_value(client: Client, server: Server) -> None:
    sent = {"numbered": {"text": {"version": "1", "a": "x"}, "half": {"version": 1.5}}}
    server.answers(200, json=sent)
    with pytest.warns(NewerAnswerWarning, match=r"numbered\.text\.version: unknown value \('1'\)"):
        page = client.shapes.send_page()
    assert page.numbered
    assert [type(each) for each in page.numbered.values()] == [UnknownMember, UnknownMember]
    assert page.model_dump(by_alias=True, exclude_unset=True) == sent


def a_strict_client_raises_for_a_member_that_nobody_knows(server: Server) -> None:
    server.answers(200, json={"@kind": "triangle"})
    with Client(base_url=server.url, strict=True) as client, pytest.raises(MisfitError, match="@kind: unknown value"):
        client.shapes.send_mapped(body=models.Oval())


def a_boolean_tag_is_mapped_by_its_name_in_any_language(client: Client, server: Server) -> None:
    for sent, meant in (
        ({"is_on": False, "since": "noon"}, models.Off(since="noon")),
        ({"is_on": True, "level": 3}, models.On(level=3)),
    ):
        server.answers(200, json={"switch": sent})
        assert client.shapes.send_page(switch=meant).switch == meant
        assert server.request.json == {"switch": sent}


def a_fraction_is_a_tag_too(client: Client, server: Server) -> None:
    for sent, meant in (
        ({"scale": 0.5, "depth": 1}, models.Half(scale=0.5, depth=1)),
        ({"scale": 2.0, "width": 2}, models.Double(scale=2.0, width=2)),
        ({"scale": 2, "width": 2}, models.Double(scale=2.0, width=2)),
    ):
        server.answers(200, json={"scaled": sent})
        assert client.shapes.send_page(scaled=meant).scaled == meant
        assert server.request.json == {"scaled": sent}


def a_fraction_that_nobody_knows_is_an_unknown_member(client: Client, server: Server) -> None:
    server.answers(200, json={"scaled": {"scale": 0.75}})
    with pytest.warns(NewerAnswerWarning, match=r"scaled\.scale: unknown value \(0\.75\)"):
        assert client.shapes.send_page().scaled == UnknownMember(scale=0.75)

"""Bodies of every shape as they are sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bodies_by_shape import AsyncClient, Client, InvalidRequestError, models

from calls_server import Server

CIRCLE = models.Circle(radius=1.5)


def lists_unions_maps_and_scalars_are_a_body(client: Client, server: Server) -> None:
    server.always(204)
    client.shapes.send_array(body=[CIRCLE])
    client.shapes.send_union(body=models.Square(side=2))
    client.shapes.send_map(body={"a": CIRCLE})
    client.shapes.send_free(body={"any": [1, None]})
    client.shapes.send_anything(body=[1, "x", None])
    client.shapes.send_text(body="t")
    assert [each.json for each in server.requests] == [
        [{"radius": 1.5}],
        {"side": 2},
        {"a": {"radius": 1.5}},
        {"any": [1, None]},
        [1, "x", None],
        "t",
    ]
    assert {each.media_type for each in server.requests} == {"application/json"}


def an_optional_body_is_left_out(client: Client, server: Server) -> None:
    server.always(204)
    client.shapes.send_optional()
    assert (server.request.body, server.request.media_type) == (b"", "")
    client.shapes.send_optional(radius=2)
    assert server.request.json == {"radius": 2}


def a_required_body_without_properties_is_an_empty_object(client: Client, server: Server) -> None:
    server.always(204)
    client.shapes.send_shared()
    assert server.request.json == {}
    client.shapes.send_shared(colour="red")
    assert server.request.json == {"colour": "red"}


async def null_and_nothing_and_a_value_are_three_things(client: AsyncClient, server: Server) -> None:
    server.always(204)
    await client.shapes.send_nullable(body=None)
    assert server.request.body == b"null"


def what_only_answers_have_is_no_argument(client: Client, server: Server) -> None:
    server.always(204)
    made = models.ShapesSendInlineRequestMade(by="me", at=datetime(2026, 9, 1, tzinfo=UTC))
    client.shapes.send_inline(shape=CIRCLE, made=made, secret="s")
    assert server.request.json == {
        "made": {"by": "me", "at": "2026-09-01T00:00:00Z"},
        "secret": "s",
        "shape": {"radius": 1.5},
    }
    with pytest.raises(TypeError):
        client.shapes.send_inline(shape=CIRCLE, made=made, id="7")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def what_does_not_fit_is_refused_unsent(client: Client, server: Server) -> None:
    with pytest.raises(InvalidRequestError, match="radius"):
        client.shapes.send_optional(radius="wide")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert server.requests == []

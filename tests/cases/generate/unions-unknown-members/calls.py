"""Members that the contract does not know yet."""

from __future__ import annotations

import pickle
import warnings
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from unions_unknown_members import (
    AsyncClient,
    Client,
    DecodeWarning,
    MisfitError,
    NewerAnswerWarning,
    UnknownMember,
    models,
)

from calls_server import Server

NEW = {"type": "forwarded", "to": ["a", "b"], "more": {"deep": [1, None, 2.5]}, "self": 1, "model_config": {}}


def an_unknown_member_keeps_everything_and_one_warning_names_it(client: Client, server: Server) -> None:
    server.answers(200, json=[{"type": "opened", "at": "2026-09-01T09:30:00Z"}, NEW, {"type": "clicked", "url": "u"}])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        opened, new, clicked = client.events.list_events()
    assert [type(each.message) for each in caught] == [NewerAnswerWarning]
    assert str(caught[0].message).endswith("[1].type: unknown value ('forwarded')")
    assert opened == models.Opened(at=datetime(2026, 9, 1, 9, 30, tzinfo=UTC))
    assert clicked == models.Clicked(url="u")
    assert isinstance(new, UnknownMember)
    assert new.model_extra == NEW
    assert (new.type, new.to, new.more["deep"]) == ("forwarded", ["a", "b"], [1, None, 2.5])


def an_unknown_member_is_sent_back_as_it_came(client: Client, server: Server) -> None:
    server.answers(200, json=NEW)
    with pytest.warns(NewerAnswerWarning):
        new = client.events.send_event(body=models.Opened())
    server.answers(200, json={"type": "opened"})
    client.events.send_event(body=new)
    assert server.request.json == NEW


def times_in_a_member_are_times_and_go_back_as_they_came(client: Client, server: Server) -> None:
    when = datetime(2026, 9, 1, 7, 30, tzinfo=UTC)
    for at, meant in (
        ("2026-09-01T09:30:00.000+02:00", when),
        ({"from": "2026-09-01t07:30:00z"}, models.Period(from_=when)),
    ):
        sent = {"type": "bounced", "at": at}
        server.answers(200, json=sent)
        bounced = client.events.send_event(body=UnknownMember(type="new"))
        assert bounced == models.Bounced.model_construct({"type", "at"}, type="bounced", at=meant)
        server.answers(200, json=sent)
        client.events.send_event(body=bounced)
        assert server.request.json == sent


def a_caller_may_send_a_member_that_only_the_server_knows(client: Client, server: Server) -> None:
    server.answers(200, json={"type": "opened"})
    client.events.send_event(body=UnknownMember(type="forwarded", to=["a"]))
    assert server.request.json == {"type": "forwarded", "to": ["a"]}


def unknown_members_are_values_like_others(server: Server) -> None:
    new = UnknownMember(type="forwarded", to=["a"])
    assert new == UnknownMember(type="forwarded", to=["a"]) != UnknownMember(type="forwarded")
    assert pickle.loads(pickle.dumps(new)) == deepcopy(new) == new
    assert repr(new) == "UnknownMember(type='forwarded', to=['a'])"


async def the_same_holds_for_asynchronous_calls(client: AsyncClient, server: Server) -> None:
    server.answers(200, json=[NEW])
    with pytest.warns(NewerAnswerWarning):
        (new,) = await client.events.list_events()
    assert isinstance(new, UnknownMember)


def an_object_without_a_tag_goes_by_what_it_holds(client: Client, server: Server) -> None:
    server.answers(200, json={"url": "u"})
    with pytest.warns(DecodeWarning, match="no member of the union can hold it"):
        found = client.events.send_event(body=models.Opened())
    assert isinstance(found, UnknownMember)
    assert found.model_dump() == {"url": "u"}


def without_any_tag_an_object_that_nobody_can_hold_is_unknown(client: Client, server: Server) -> None:
    server.answers(200, json={"latitude": 1.5})
    with pytest.warns(DecodeWarning):
        found = client.things.get_thing()
    assert isinstance(found, UnknownMember)
    assert found.latitude == 1.5


def a_strict_client_raises(server: Server) -> None:
    with Client(base_url=server.url, strict=True) as client:
        for body in ([NEW], [{"type": "clicked"}]):
            server.answers(200, json=body)
            with pytest.raises(MisfitError):
                client.events.list_events()
        server.answers(200, json={"latitude": 1.5})
        with pytest.raises(MisfitError):
            client.things.get_thing()

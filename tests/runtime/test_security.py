"""Which credential goes out, and what is said when none will do."""

from __future__ import annotations

import base64
import logging
from datetime import UTC, datetime

import clinic_operations as ops
import httpx2
import pytest
from clinic import Clinic
from scripted import CAT, PAGE, clinic, ok, script

from runtime import AuthenticationError, ConfigurationError, MissingCredentialsError, Operation, SchemeUse
from runtime.authorize import Proof
from runtime.build import Draft, seal
from runtime.operation import Answer, Content

WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def _operation(*schemes: str) -> Operation[object]:
    return Operation(
        id="x",
        name="x.y",
        method="GET",
        path="/x",
        security=(tuple(SchemeUse(scheme) for scheme in schemes),),
        answers=(Answer("200", (Content("application/json", "json"),)),),
    )


def _sent(request: httpx2.Request) -> dict[str, str]:
    names = ("authorization", "private-app", "cookie")
    return {name: request.headers[name] for name in names if name in request.headers} | dict(request.url.params)


def test_the_first_alternative_that_is_met_goes_out_alone() -> None:
    played = script(PAGE)
    clinic(played, access_token="tok", private_app="pk", hapikey="hk").pets.list()
    assert _sent(played.last) == {"authorization": "Bearer tok"}


def test_a_later_alternative_goes_out_when_only_it_is_met() -> None:
    played = script(PAGE)
    clinic(played, access_token=None, private_app="pk", hapikey="hk").pets.list()
    assert _sent(played.last) == {"private-app": "pk"}


def test_of_twenty_five_alternatives_of_one_scheme_one_token_goes_out() -> None:
    played = script(CAT)
    clinic(played, hapikey="hk", private_app="pk").pets.create(name="a", birth_time=WHEN)
    assert _sent(played.last) == {"authorization": "Bearer tok"}


def test_an_open_operation_gets_no_credentials() -> None:
    played = script([])
    clinic(played, hapikey="hk").pets.bags()
    assert _sent(played.last) == {}


def test_optional_security_sends_what_there_is_and_nothing_otherwise() -> None:
    played = script(CAT)
    clinic(played).pets.get("1")
    clinic(played, access_token=None, hapikey="hk").pets.get("1")
    assert [_sent(request) for request in played.seen] == [{"authorization": "Bearer tok"}, {}]


@pytest.mark.parametrize(
    ("scheme", "sent"),
    [
        ("private", {"private-app": "pk"}),
        ("hapikey", {"hapikey": "h k&"}),
        ("login", {"authorization": "Basic " + base64.b64encode(b"me:p:w").decode()}),
        ("cookie", {"cookie": "sid=s1"}),
    ],
)
def test_each_kind_of_scheme_stands_in_its_own_place(scheme: str, sent: dict[str, str]) -> None:
    played = script({})
    client = clinic(played, private_app="pk", hapikey="h k&", login=("me", "p:w"), sid="s1")
    client.call(_operation(scheme), {})
    assert _sent(played.last) == sent


def test_an_alternative_of_two_schemes_sends_both() -> None:
    played = script({})
    clinic(played, private_app="pk", hapikey="hk").call(_operation("private", "hapikey"), {})
    assert _sent(played.last) == {"private-app": "pk", "hapikey": "hk"}


def test_without_credentials_nothing_is_sent_and_the_arguments_that_would_do_are_named() -> None:
    played = script(PAGE)
    with pytest.raises(MissingCredentialsError) as caught:
        clinic(played, access_token=None, hapikey="hk").pets.list()
    assert str(caught.value) == (
        "pets.list needs credentials; give the client access_token= (or CLINIC_SDK_ACCESS_TOKEN)"
        " or private_app= (or CLINIC_SDK_PRIVATE_APP)"
    )
    assert played.seen == []


def test_the_environment_counts_where_no_credential_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLINIC_SDK_ACCESS_TOKEN", "from-env")
    monkeypatch.setenv("CLINIC_SDK_LOGIN", "me:p:w")
    played = script(PAGE)
    client = clinic(played, access_token=None)
    client.pets.list()
    client.call(_operation("login"), {})
    assert [_sent(request)["authorization"] for request in played.seen] == [
        "Bearer from-env",
        "Basic " + base64.b64encode(b"me:p:w").decode(),
    ]


def test_the_environment_does_not_add_to_a_given_credential(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLINIC_SDK_ACCESS_TOKEN", "from-env")
    played = script(PAGE)
    clinic(played, access_token=None, private_app="pk").pets.list()
    assert _sent(played.last) == {"private-app": "pk"}


@pytest.mark.parametrize("token", ["", "tok\n", "to\rk", " tok"])
def test_a_token_that_cannot_be_right_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(ConfigurationError, match="access_token") as caught:
        Clinic(access_token=token)
    assert "tok" not in str(caught.value).replace("access_token", "")


def test_granted_scopes_choose_an_alternative_that_they_cover() -> None:
    played = script(CAT)
    client = clinic(played, granted_scopes=["pets.write.24"])
    client.pets.create(name="a", birth_time=WHEN)
    assert _sent(played.last) == {"authorization": "Bearer tok"}


def test_scopes_are_data() -> None:
    client = clinic(script())
    operation = client.operation(client.pets.list)
    assert operation is ops.list_
    assert operation.scopes == (("pets.read",),)
    assert operation.security[1] == (SchemeUse("private", ("pets.read",)),)


def test_a_key_in_the_address_is_shown_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    played = script(ok({"message": "no"}, 401))
    client = clinic(played, hapikey="sekret")
    with pytest.raises(AuthenticationError) as caught:
        client.call(_operation("hapikey"), {})
    assert played.last.url.params["hapikey"] == "sekret"
    assert caught.value.url == "https://clinic.test/api/x?hapikey=[hidden]"
    assert "sekret" not in caplog.text + repr(caught.value) + repr(client)
    request = seal(Draft("GET", "https://x.test/", (), {}, (), None), (Proof("query", "hapikey", "sekret"),))
    assert (request.url, "sekret" in repr(request)) == ("https://x.test/?hapikey=sekret", False)


def test_tokens_and_bodies_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    clinic(script({**CAT, "tags": ["answer-text"]}), access_token="sekret").pets.create(
        name="request-text", birth_time=WHEN
    )
    assert "POST /pets: 200 in" in caplog.text
    assert "retry" not in caplog.text
    for secret in ("sekret", "request-text", "answer-text"):
        assert secret not in caplog.text


def test_no_value_of_a_query_is_logged_by_the_transport_either(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    played = script(PAGE)
    client = clinic(played)
    client.pets.list(after="sekret", tags=["sekret=", "x"])
    assert "GET https://clinic.test/api/pets?after=[hidden]&tags=[hidden]&tags=[hidden] " in caplog.text
    assert "sekret" not in caplog.text
    url = played.last.url
    plain = httpx2.URL("https://clinic.test/api/pets?after=sekret&tags=sekret%3D&tags=x")
    assert (url == plain, plain == url, url == str(plain), url == url.copy_with(), hash(url)) == (
        True, True, True, True, hash(plain),
    )  # fmt: skip
    assert url != httpx2.URL("https://clinic.test/api/pets?after=other&tags=sekret%3D&tags=x")
    assert url.params["after"] == "sekret"


def test_a_redirect_to_another_host_carries_no_credentials() -> None:
    moved = httpx2.Response(302, headers={"Location": "https://files.test/a?sig=1"})
    played = script(moved, PAGE)
    clinic(played, access_token=None, private_app="pk").pets.list(extra_headers={"X-Mine": "1"})
    assert str(played.last.url.copy_with(query=None)) == "https://files.test/a"
    assert {"private-app", "x-mine"} & set(played.last.headers) == set()
    assert _sent(played.last) == {"sig": "1"}


def test_a_redirect_on_the_same_host_keeps_the_credentials() -> None:
    played = script(httpx2.Response(307, headers={"Location": "/api/pets/"}), PAGE)
    clinic(played).pets.list()
    assert (played.last.url.path, _sent(played.last)) == ("/api/pets/", {"authorization": "Bearer tok"})


def test_a_post_does_not_follow_a_redirect() -> None:
    played = script(httpx2.Response(307, headers={"Location": "https://other.test/"}))
    with pytest.raises(Exception, match="307"):
        clinic(played).pets.create(name="a", birth_time=WHEN)
    assert len(played.seen) == 1

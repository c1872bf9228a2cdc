"""What is said, and kept as data, when a scope is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import clinic_operations as ops
import httpx2
import pytest
from scripted import CAT, clinic, ok, script

from runtime import MissingScopesError, PermissionDeniedError, SchemeUse

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
CREATE = ", ".join(f"pets.write.{number}" for number in range(6)) + " and 19 more"


def test_an_alternative_needs_all_its_scopes() -> None:
    both = replace(ops.list_, security=((SchemeUse("oauth2", ("a", "b")),),))
    client = clinic(script({"results": []}), granted_scopes={"a"})
    with pytest.raises(MissingScopesError, match=r"with access_token: a and b\."):
        client.call(both, {})
    client.with_options(granted_scopes={"a", "b"}).call(both, {})


def test_an_alternative_needs_the_scopes_of_all_its_schemes() -> None:
    operation = replace(ops.list_, security=((SchemeUse("oauth2", ("a",)), SchemeUse("private", ("b",))),))
    with pytest.raises(MissingScopesError, match=r"with access_token and private_app: a and b\."):
        clinic(script({}), private_app="pk", granted_scopes={"a"}).call(operation, {})


def test_a_missing_scope_is_told_before_the_network_with_some_that_would_do_and_all_as_data() -> None:
    played = script(CAT)
    with pytest.raises(MissingScopesError) as caught:
        clinic(played, granted_scopes="other more").pets.create(name="a", birth_time=WHEN)
    error = caught.value
    assert played.seen == []
    assert (error.alternatives, error.granted) == (ops.create.security, frozenset({"other", "more"}))
    assert (error.operation, error.method, error.sent) == ("pets.create", "POST", False)
    assert (error.status, error.url, error.content, error.request_id) == (0, "", b"", None)
    assert str(error) == (
        f"pets.create lacks a scope. What would do: with access_token any one of: {CREATE}."
        " Granted: more, other. Nothing was sent"
    )


def test_many_granted_scopes_are_cut_short_too() -> None:
    with pytest.raises(MissingScopesError, match=r"Granted: s0, s1, s2, s3, s4, s5 and 2 more\. "):
        clinic(script(), granted_scopes={f"s{number}" for number in range(8)}).pets.list()


def test_arguments_that_need_the_same_scopes_are_told_together_and_others_apart() -> None:
    security = (
        *((SchemeUse(scheme, (scope,)),) for scheme in ("oauth2", "private") for scope in ("a", "b")),
        (SchemeUse("hapikey", ("c",)),),
        (SchemeUse("login"),),
    )
    body = {"category": "MISSING_SCOPES", "message": "No scope."}
    with pytest.raises(MissingScopesError) as caught:
        clinic(script(ok(body, 403))).call(replace(ops.list_, security=security), {})
    assert str(caught.value) == (
        "pets.list: 403 Forbidden: No scope. What would do: with access_token or private_app any one of: a, b;"
        " or with hapikey: c; or with login"
    )


@pytest.mark.parametrize("key", ["requiredScopes", "missingScopes", "requiredGranularScopes"])
def test_a_403_about_scopes_names_what_the_server_asks_for_under_any_of_its_keys(key: str) -> None:
    body = {"category": "MISSING_SCOPES", "errors": [{"context": {key: ["a", "b"]}}]}
    with pytest.raises(MissingScopesError, match=r"403 Forbidden\. The server asks for: a, b\. What would") as caught:
        clinic(script(ok(body, 403)), granted_scopes={"pets.read"}).pets.list()
    error = caught.value
    assert isinstance(error, PermissionDeniedError)
    assert (error.required, error.alternatives) == (("a", "b"), ops.list_.security)
    assert (error.sent, error.status, error.url) == (True, 403, "https://clinic.test/api/pets")
    assert error.granted == frozenset({"pets.read"})


def test_a_challenge_names_scopes_as_well() -> None:
    answer = ok({}, 403, WWW_Authenticate='Bearer error="insufficient_scope", scope="c d"')
    with pytest.raises(MissingScopesError) as caught:
        clinic(script(answer)).pets.list()
    assert (caught.value.required, caught.value.granted) == (("c", "d"), None)


@pytest.mark.parametrize("answer", [ok({"message": "no", "category": "BANNED"}, 403), httpx2.Response(403)])
def test_a_403_about_something_else_is_not_about_scopes(answer: httpx2.Response) -> None:
    with pytest.raises(PermissionDeniedError) as caught:
        clinic(script(answer)).pets.list()
    assert not isinstance(caught.value, MissingScopesError)

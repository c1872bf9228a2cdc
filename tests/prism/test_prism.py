"""Every operation of every version, called against a mock server that refuses what the document does not allow."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable
from typing import Any, TypeAlias, cast

import httpx2
import pytest
from hubspot_meetings import AuthenticationError, ConnectError, UnprocessableError
from pydantic import BaseModel
from tests.prism.documents import documents
from tests.prism.every_call import CALLS, Call, client_of
from tests.prism.valid_arguments import Amount

pytestmark = pytest.mark.prism

Prism: TypeAlias = Callable[[str], str]
TOKEN = {"access_token": "any-token"}
LINKS = "scheduler.meetings.meeting_links"

each_call = pytest.mark.parametrize("call", CALLS, ids=str)
each_amount = pytest.mark.parametrize("amount", Amount, ids=lambda amount: amount.name.lower())


def first_answer(client: object, call: Call, amount: Amount) -> object:
    """What a method returns, or the first page: Prism names the same cursor on every page."""
    answer = call.on(client)(**call.arguments(client, amount))
    return next(iter(answer.pages())) if hasattr(answer, "pages") else answer


def strict_client(prism: Prism, version: str, kind: str = "Client", **credentials: str) -> Any:
    return client_of(version, kind, **credentials or TOKEN, base_url=prism(version), strict=True, max_retries=0)


@pytest.mark.parametrize("version", documents())
def test_every_operation_of_the_document_is_called(version: str) -> None:
    paths = cast("dict[str, dict[str, object]]", documents()[version]["paths"])
    promised = {(method.upper(), path) for path, item in paths.items() for method in item if method != "parameters"}
    assert {(call.operation.method, call.operation.path) for call in CALLS if call.version == version} == promised


@each_call
def test_whatever_the_document_lets_a_caller_say_goes_out(call: Call) -> None:
    # Prism cannot miss an optional value that was left behind.
    seen: list[httpx2.Request] = []

    def note(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        raise httpx2.ConnectError("noted")

    connections = httpx2.Client(transport=httpx2.MockTransport(note))
    client = client_of(call.version, **TOKEN, http_client=connections, max_retries=0)
    with connections, client, pytest.raises(ConnectError):
        first_answer(client, call, Amount.EVERYTHING)
    sent: set[str] = {*seen[0].url.params, *(json.loads(seen[0].content) if seen[0].content else ())}
    assert sent == call.wires - {
        parameter.wire for parameter in call.operation.parameters if parameter.location == "path"
    }


@each_amount
@each_call
def test_a_call_is_accepted_and_its_answer_fits(prism: Prism, call: Call, amount: Amount) -> None:
    with strict_client(prism, call.version) as client:
        answer = first_answer(client, call, amount)
    assert isinstance(answer, BaseModel)
    assert answer.model_fields_set


@each_amount
@each_call
def test_an_asynchronous_call_is_accepted_and_its_answer_fits(prism: Prism, call: Call, amount: Amount) -> None:
    async def main() -> object:
        async with strict_client(prism, call.version, "AsyncClient") as client:
            answer = call.on(client)(**call.arguments(client, amount))
            return await answer if inspect.isawaitable(answer) else await anext(aiter(answer.pages()))

    answer = asyncio.run(main())
    assert isinstance(answer, BaseModel)
    assert answer.model_fields_set


@pytest.mark.parametrize("call", [call for call in CALLS if call.version == "v2026_09"], ids=str)
def test_a_private_app_key_alone_is_accepted_where_it_is_listed(prism: Prism, call: Call) -> None:
    with strict_client(prism, call.version, private_apps="any-key") as client:
        assert isinstance(first_answer(client, call, Amount.REQUIRED), BaseModel)


@pytest.mark.parametrize("version", documents())
@pytest.mark.parametrize(
    ("method", "spoilt", "place"),
    [
        ("list", {"type": "NO_SUCH_KIND"}, ["query", "type"]),
        ("list", {"limit": "many"}, ["query", "limit"]),
        ("book", {"extra_body": {"duration": "long"}}, ["body", "duration"]),
        ("book", {"extra_body": {"startTime": "tomorrow"}}, ["body", "startTime"]),
    ],
    ids=["unknown kind", "number in words", "length in words", "time in words"],
)
def test_a_bad_request_is_refused(
    prism: Prism, version: str, method: str, spoilt: dict[str, Any], place: list[str]
) -> None:
    call = next(call for call in CALLS if (call.version, call.path) == (version, f"{LINKS}.{method}"))
    with strict_client(prism, version) as client, pytest.raises(UnprocessableError) as caught:
        call.on(client)(**{**call.arguments(client, Amount.REQUIRED), **spoilt})
    assert type(caught.value.error).__name__ == "Error"
    assert json.loads(caught.value.headers["sl-violations"])[0]["location"] == ["request", *place]


def test_a_request_without_credentials_is_refused(prism: Prism) -> None:
    with strict_client(prism, "v3") as client, pytest.raises(AuthenticationError):
        client.scheduler.meetings.meeting_links.list(extra_headers={"Authorization": "nothing of use"})

"""Errors: which one a status raises, what it holds, and that it survives copying and pickling."""

from __future__ import annotations

import copy
import pickle
import traceback
from collections.abc import Callable, Iterator

import pytest
from hubspot_meetings import (
    AuthenticationError,
    BadRequestError,
    Client,
    ConflictError,
    ConnectError,
    InvalidRequestError,
    MisfitError,
    MissingCredentialsError,
    MissingScopesError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    SDKError,
    ServerError,
    StatusError,
    TransportError,
    UnprocessableError,
    models,
)
from tests.sdk.meetings_server import Drop, LocalServer, Reply, reply_json
from tests.sdk.meetings_world import ERROR, TOKEN

NAME = "scheduler.meetings.meeting_links.list"
COPIES: tuple[Callable[[SDKError], SDKError], ...] = (
    copy.copy,
    copy.deepcopy,
    lambda error: pickle.loads(pickle.dumps(error)),
)


@pytest.fixture
def client(server: LocalServer) -> Iterator[Client]:
    with Client(access_token=TOKEN, base_url=server.url, max_retries=0) as made:
        yield made


def failing(client: Client) -> SDKError:
    with pytest.raises(SDKError) as caught:
        client.scheduler.meetings.meeting_links.list()
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, BadRequestError), (401, AuthenticationError), (403, PermissionDeniedError), (404, NotFoundError),
     (409, ConflictError), (410, StatusError), (422, UnprocessableError), (429, RateLimitError), (500, ServerError),
     (503, ServerError), (599, ServerError)],
)  # fmt: skip
def test_each_status_has_its_error(server: LocalServer, client: Client, status: int, kind: type[StatusError]) -> None:
    server.answer(reply_json(ERROR, status))
    error = failing(client)
    assert type(error) is kind
    assert isinstance(error, StatusError)
    assert error.status == status


def test_an_error_holds_the_model_the_request_id_the_operation_and_the_address(
    server: LocalServer, client: Client
) -> None:
    reply = reply_json(ERROR, 404, x_hubspot_correlation_id="c-1")
    server.answer(reply)
    error = failing(client)
    assert isinstance(error, NotFoundError)
    assert error.error == models.Error.model_validate(ERROR)
    assert (error.request_id, error.operation, error.method) == ("c-1", NAME, "GET")
    assert (error.url, error.content) == (f"{server.url}/scheduler/2026-09/meetings/meeting-links", reply.body)
    assert str(error) == f"{NAME}: 404 Not Found: The slug is unknown. [request c-1]"


def test_without_a_header_the_body_names_the_request(server: LocalServer, client: Client) -> None:
    server.answer(reply_json(ERROR, 404))
    error = failing(client)
    assert isinstance(error, NotFoundError)
    assert error.request_id == str(error.error.correlation_id) == ERROR["correlationId"]


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        (reply_json({"reason": "odd"}, 400), {"reason": "odd"}),
        (Reply(b"<html>Bad gateway</html>", 502, {"content-type": "text/html"}), "<html>Bad gateway</html>"),
        (Reply(b"", 500), None),
        (Reply(b"{", 500), "{"),
    ],
)
def test_an_error_of_another_shape_is_kept_as_it_came(
    server: LocalServer, client: Client, reply: Reply, value: object
) -> None:
    server.answer(reply)
    error = failing(client)
    assert isinstance(error, StatusError)
    assert (error.error, error.content, error.status) == (value, reply.body, reply.status)


def all_errors(server: LocalServer, client: Client) -> Iterator[SDKError]:
    """One error of each family."""
    for reply in (reply_json(ERROR, 404), reply_json({**ERROR, "category": "MISSING_SCOPES"}, 403), Drop()):
        server.answer(reply)
        yield failing(client)
    server.answer(reply_json({"total": "many"}))
    yield failing(client.with_options(strict=True))
    yield failing(client.with_options(granted_scopes=["none"]))
    yield failing(client.with_options(base_url="http://127.0.0.1:9"))
    yield failing(Client(base_url=server.url))
    with pytest.raises(InvalidRequestError) as caught:
        client.scheduler.meetings.meeting_links.get_booking_info("", timezone="UTC")
    yield caught.value


def test_every_error_is_of_one_family_and_survives_copies_and_pickling(server: LocalServer, client: Client) -> None:
    errors = list(all_errors(server, client))
    kinds = (NotFoundError, MissingScopesError, TransportError, MisfitError, MissingScopesError, ConnectError,
             MissingCredentialsError, InvalidRequestError)  # fmt: skip
    assert [isinstance(error, kind) for error, kind in zip(errors, kinds, strict=True)] == [True] * len(kinds)
    for error in errors:
        for duplicate in COPIES:
            twin = duplicate(error)
            assert twin is not error
            assert (type(twin), str(twin), vars(twin)) == (type(error), str(error), vars(error))
            assert twin == error
            assert hash(twin) == hash(error)


def test_an_error_prints_with_the_package_that_it_is_imported_from(server: LocalServer, client: Client) -> None:
    server.answer(reply_json(ERROR, 404))
    error = failing(client)
    assert traceback.format_exception_only(error)[0].startswith("hubspot_meetings.NotFoundError: ")
    assert pickle.loads(b"chubspot_meetings._runtime.status_errors\nNotFoundError\n.") is NotFoundError


def test_no_error_shows_a_secret(server: LocalServer, client: Client) -> None:
    for error in all_errors(server, client):
        assert TOKEN not in str(error) + repr(error) + repr(vars(error))

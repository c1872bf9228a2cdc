"""Errors, models, pages and clients as objects: pickle, copy, compare, print, close, copy with options."""

from __future__ import annotations

import ast
import copy
import pickle
import subprocess
import sys
import traceback
import typing
from collections.abc import Callable
from pathlib import Path

import anyio
import clinic_models as models
import httpx2
import pytest
from clinic import AsyncClinic, Clinic
from scripted import CAT, PAGE, async_clinic, clinic, ok, script

import runtime
from runtime import (
    UNSET,
    AsyncPager,
    AuthenticationError,
    BadRequestError,
    BrokenBodyError,
    ClosedClientError,
    ConfigurationError,
    ConflictError,
    DecodeError,
    Headers,
    InvalidRequestError,
    MisfitError,
    MissingScopesError,
    NotFoundError,
    Pager,
    PermissionDeniedError,
    RateLimitError,
    RefreshToken,
    SDKError,
    ServerError,
    StatusError,
    TransportError,
    UnprocessableError,
)


def _error(answer: httpx2.Response | Exception | object, *, strict: bool = False) -> SDKError:
    with pytest.raises(SDKError) as caught:
        clinic(script(answer), max_retries=0, strict=strict).pets.list()
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (418, StatusError),
        (422, UnprocessableError),
        (429, RateLimitError),
        (500, ServerError),
        (599, ServerError),
    ],
)
def test_each_status_has_its_error(status: int, kind: type[StatusError]) -> None:
    error = _error(ok({"message": "why"}, status, X_Request_Id="r-9"))
    assert type(error) is kind
    assert isinstance(error, StatusError)
    assert (error.status, error.request_id, error.operation, error.method) == (status, "r-9", "pets.list", "GET")
    assert error.error == models.Fault(message="why")
    assert error.content == b'{"message":"why"}'
    assert str(error).startswith(f"pets.list: {status}")
    assert str(error).endswith("why [request r-9]")


ERRORS: dict[str, Callable[[], SDKError]] = {
    "status": lambda: _error(ok({"message": "why"}, 404)),
    "scopes": lambda: _error(ok({"category": "MISSING_SCOPES"}, 403)),
    "transport": lambda: _error(httpx2.ReadTimeout("slow")),
    "broken": lambda: _error(httpx2.Response(200, content=b"{", headers={"Content-Type": "application/json"})),
    "misfit": lambda: _error({"results": 1}, strict=True),
    "invalid": lambda: InvalidRequestError("x: bad", ("x",)),
}


@pytest.mark.parametrize("name", list(ERRORS))
def test_errors_pickle_copy_compare_and_print(name: str) -> None:
    error = ERRORS[name]()
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(twin), str(twin), vars(twin)) == (type(error), str(error), vars(error))
        assert twin == error
        assert hash(twin) == hash(error)
        assert repr(twin) == repr(error)
    assert error != InvalidRequestError("other")


def test_the_hierarchy() -> None:
    assert issubclass(MissingScopesError, PermissionDeniedError)
    assert issubclass(BrokenBodyError, DecodeError)
    assert issubclass(MisfitError, DecodeError)
    for name in runtime.__all__:
        value: object = getattr(runtime, name)
        if isinstance(value, type) and issubclass(value, Exception) and not issubclass(value, Warning):
            assert issubclass(value, SDKError)
            assert name not in dir(__builtins__)
    assert issubclass(TransportError, SDKError)


def test_models_pages_and_responses_pickle_copy_and_compare() -> None:
    client = clinic(script({"results": [{**CAT, "owner": {"name": "o"}}]}))
    response = client.raw_response(client.pets.list)
    for value in (response.value, response.value.results[0], response):
        for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert twin == value
            assert repr(twin) == repr(value)


def test_a_model_with_misfits_pickles_too() -> None:
    with pytest.warns(runtime.DecodeWarning):
        page = clinic(script({"results": [{**CAT, "weight": "x", "new": 1}, 3]})).pets.list()
    assert pickle.loads(pickle.dumps(page)) == page


def test_what_users_catch_and_meet_prints_with_the_package_and_is_pickled_by_that_name() -> None:
    met = (*(kind for kind in _classes() if issubclass(kind, Exception)), Headers, Pager, AsyncPager, RefreshToken)
    assert len(met) > 25
    for kind in met:
        assert kind.__module__ == "runtime"
        assert pickle.loads(pickle.dumps(kind)) is kind
    assert traceback.format_exception_only(NotFoundError.__new__(NotFoundError)) == ["runtime.NotFoundError\n"]


def _classes() -> list[type]:
    found: list[object] = [getattr(runtime, name) for name in runtime.__all__]
    return [kind for kind in found if isinstance(kind, type)]


def test_a_pickle_of_before_still_loads() -> None:
    assert pickle.loads(b"cruntime.status_errors\nNotFoundError\n.") is NotFoundError


def test_an_error_that_a_user_derives_stays_where_it_is() -> None:
    class MineError(NotFoundError):
        pass

    assert MineError.__module__ == __name__


def test_the_hints_of_every_public_class_can_be_asked_for() -> None:
    for kind in _classes():
        if kind.__module__ == "runtime":
            assert isinstance(typing.get_type_hints(kind), dict)


def test_resources_pagers_operations_and_clients_print_what_they_are() -> None:
    client = clinic(script(PAGE))
    shown = "<Clinic Clinic 1, https://clinic.test/api, credentials: access_token>"
    assert [repr(each) for each in (client.pets, client.pets.list_all(), client.operation(client.pets.get))] == [
        f"<Pets of {shown}>",
        "<Pager of pets.list>",
        "<Operation pets.get: GET /pets/{petId}>",
    ]
    pets = async_clinic(script()).pets
    assert repr(pets.list_all()) == "<AsyncPager of pets.list>"
    assert repr(pets).startswith("<AsyncPets of <AsyncClinic ")
    copied = client.with_options()
    client.close()
    assert repr(client) == repr(copied) == shown.replace(">", ", closed>")


def test_unset_is_one_and_false() -> None:
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert copy.deepcopy({"a": UNSET})["a"] is UNSET
    assert (bool(UNSET), repr(UNSET)) == (False, "UNSET")


def test_headers_do_not_mind_case_and_hide_secrets() -> None:
    headers = Headers([("X-A", "1"), ("x-a", "2"), ("Authorization", "Bearer t"), ("Key", "k")], secret=["KEY"])
    assert (headers["X-a"], headers.get_list("x-A"), "KEY" in headers, len(headers)) == ("1, 2", ["1", "2"], True, 3)
    assert repr(headers) == "Headers({'x-a': '1, 2', 'authorization': '[hidden]', 'key': '[hidden]'})"


def test_a_closed_client_says_so() -> None:
    client = clinic(script(PAGE))
    with client as entered:
        assert entered is client
        entered.pets.list()
    with pytest.raises(ClosedClientError, match=r"pets\.list: the client is closed"):
        client.pets.list()


def test_closing_a_copy_closes_the_copy_and_closing_the_client_closes_all() -> None:
    client = clinic(script(PAGE))
    with client.with_options(timeout=1) as changed:
        changed.pets.list()
    with pytest.raises(ClosedClientError):
        changed.pets.list()
    client.pets.list()
    other = client.with_options()
    client.close()
    with pytest.raises(ClosedClientError):
        other.pets.list()


def test_the_callers_own_client_stays_open() -> None:
    own = httpx2.Client(transport=httpx2.MockTransport(script(PAGE)))
    with Clinic(access_token="t", http_client=own) as client:
        client.pets.list()
    assert not own.is_closed
    own.close()
    with pytest.raises(ClosedClientError, match="http_client"):
        Clinic(access_token="t", http_client=own).pets.list()


def test_a_client_of_the_wrong_kind_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="AsyncClient"):
        Clinic(access_token="t", http_client=httpx2.AsyncClient()).pets.list()  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_a_copy_has_its_own_settings_and_its_own_resources() -> None:
    played = script(PAGE)
    client = clinic(played)
    client.pets.list()
    changed = client.with_options(headers={"X-A": "1"}, base_url="https://else.test").with_options(headers={"X-B": "2"})
    changed.pets.list()
    client.pets.list()
    assert [(request.url.host, request.headers.get("x-a"), request.headers.get("x-b")) for request in played.seen] == [
        ("clinic.test", None, None),
        ("else.test", "1", "2"),
        ("clinic.test", None, None),
    ]


def test_copies_change_strictness_and_scopes() -> None:
    client = clinic(script({"results": [{**CAT, "x": 1}]}))
    with pytest.raises(MisfitError):
        client.with_options(strict=True).pets.list()
    with pytest.raises(MissingScopesError):
        client.with_options(granted_scopes=[]).pets.list()


def test_a_client_prints_without_its_secrets() -> None:
    assert repr(clinic(script(), access_token="sekret", hapikey="sekret")) == (
        "<Clinic Clinic 1, https://clinic.test/api, credentials: access_token, hapikey>"
    )


def test_the_asynchronous_client_closes_and_copies_by_the_same_rules() -> None:
    async def run() -> None:
        client = async_clinic(script(PAGE))
        async with client.with_options(timeout=1) as changed:
            await changed.pets.list()
        with pytest.raises(ClosedClientError):
            await changed.pets.list()
        assert (await client.raw_response(client.pets.list)).value.results[0].id == "1"
        request = await client.build_request(client.pets.list)
        assert request.url == "https://clinic.test/api/pets"
        await client.aclose()
        with pytest.raises(ClosedClientError):
            await client.pets.list()

    anyio.run(run)


def test_a_client_is_built_and_reached_without_the_network_and_the_models() -> None:
    code = """
import sys
from runtime import SyncClient, AsyncClient, Resource, AsyncResource, Api, Scheme, UNSET, RequestOptions, Timeout
from runtime.operation import Answer, Content, Operation, SchemeUse
operation = Operation(id="x", name="x", method="GET", path="/x", answers=(Answer("200", (Content("a/b", "json"),)),))
api = Api("T", "1", "t", "t/1", "https://x.test", (Scheme("oauth2", "bearer", parameter="access_token"),))
Resource(SyncClient(api, {"access_token": "t"}).with_options(timeout=1))
AsyncResource(AsyncClient(api, {}))
print([name for name in ("httpx2", "pydantic", "ssl", "asyncio", "anyio", "socket", "logging") if name in sys.modules])
"""
    root = Path(runtime.__file__).parent.parent
    ran = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_one_module_knows_the_transport_library() -> None:
    folder = Path(runtime.__file__).parent
    knowing = [path.name for path in sorted(folder.glob("*.py")) if "import httpx2" in path.read_text()]
    assert knowing == ["transport.py"]


def test_both_clients_are_the_same_but_for_the_waiting() -> None:
    folder = Path(runtime.__file__).parent
    words = [
        ("AsyncGenerator", "Generator"),
        ("asynccontextmanager", "contextmanager"),
        ("Awaitable[T]", "T"),
        ("await ", ""),
        ("async ", ""),
        ("async_driver", "sync_driver"),
        ("AsyncClient", "SyncClient"),
        ("AsyncHttp", "Http"),
        ("AsyncPager", "Pager"),
        ("AsyncItemStream", "ItemStream"),
        ("Async", "Sync"),
        ("aclose", "close"),
        ("__aenter__", "__enter__"),
        ("__aexit__", "__exit__"),
    ]
    text = (folder / "async_client.py").read_text()
    for theirs, ours in words:
        text = text.replace(theirs, ours)
    assert _code(text) == _code((folder / "sync_client.py").read_text())


def _code(text: str) -> list[str]:
    """The class alone, without docstrings and however it is wrapped."""
    tree = ast.parse(text)
    client = next(node for node in tree.body if isinstance(node, ast.ClassDef))
    functions = [node for node in client.body if isinstance(node, ast.FunctionDef)]
    return [ast.unparse(ast.Module([*function.body[_starts(function) :]], [])) for function in functions] + [
        ast.unparse(function.args) for function in functions
    ]


def _starts(function: ast.FunctionDef) -> int:
    return int(ast.get_docstring(function) is not None)


def test_every_public_name_is_there() -> None:
    assert sorted(runtime.__all__) == sorted(name for name in dir(runtime) if name in runtime.__all__)
    for name in runtime.__all__:
        assert getattr(runtime, name) is not None
    with pytest.raises(AttributeError):
        runtime.Nothing  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]


def test_asynchronous_clients_take_no_synchronous_one() -> None:
    async def run() -> None:
        with pytest.raises(ConfigurationError, match=r"httpx2\.AsyncClient"):
            await AsyncClinic(access_token="t", http_client=httpx2.Client()).pets.list()  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    anyio.run(run)

"""What goes out: unset, null and values; times; styles; headers and cookies; bodies of every kind."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from ipaddress import ip_address
from pathlib import Path

import clinic_models as models
import httpx2
import pytest
from clinic import Clinic
from scripted import CAT, PAGE, Script, clinic, ok, script

from runtime import UNSET, InvalidRequestError, Operation, UnusedSettingWarning
from runtime.operation import Parameter

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def _with(*parameters: Parameter, path: str = "/x") -> Operation[object]:
    return Operation(id="x", name="x.y", method="GET", path=path, parameters=parameters)


def _target(parameter: Parameter, value: object) -> str:
    """The path and query that one parameter makes."""
    played = script({})
    path = "/x/{p}" if parameter.location == "path" else "/x"
    where = {parameter.wire: value}
    client = clinic(played)
    if parameter.location == "path":
        client.call(_with(parameter, path=path), {}, path=where)
    else:
        client.call(_with(parameter), {}, query=where)
    return played.last.url.raw_path.decode().removeprefix("/api/x")


def test_unset_null_and_a_value_are_three_things() -> None:
    played = script(CAT)
    pets = clinic(played).pets
    pets.update("1", weight=2.5)
    pets.update("1", nick_name=None)
    pets.update("1", nick_name="Bo")
    pets.update("1")
    assert [request.content for request in played.seen] == [
        b'{"weight":2.5}',
        b'{"nickName":null}',
        b'{"nickName":"Bo"}',
        b"",
    ]


def test_a_null_query_parameter_is_left_out() -> None:
    played = script(PAGE)
    clinic(played).pets.list(after=UNSET, month_offset=None, tags=[])
    assert played.last.url.query == b""


def test_a_datetime_goes_out_as_iso_8601_with_its_zone() -> None:
    played = script(CAT)
    pets = clinic(played).pets
    pets.create(name="a", birth_time=WHEN)
    pets.create(name="a", birth_time=WHEN.astimezone(timezone(timedelta(hours=2))))
    assert [request.content for request in played.seen] == [
        b'{"name":"a","birthTime":"2026-01-02T03:04:05Z"}',
        b'{"name":"a","birthTime":"2026-01-02T05:04:05+02:00"}',
    ]


NAIVE = WHEN.replace(tzinfo=None)
NAIVE_CALLS: list[Callable[[Clinic], object]] = [
    lambda client: client.pets.create(name="a", birth_time=NAIVE),
    lambda client: client.pets.pay({"deep": [{"at": NAIVE}]}),
    lambda client: client.pets.create(
        name="a", birth_time=WHEN, owner=models.Owner.model_validate({"name": "o", "x": NAIVE})
    ),
    lambda client: client.pets.create(name="a", birth_time=WHEN, extra_body={"at": NAIVE}),
    lambda client: client.call(_with(Parameter("p", "query", "form")), {}, query={"p": NAIVE}),
    lambda client: client.call(_with(Parameter("p", "query", media_type="a/json")), {}, query={"p": [NAIVE]}),
    lambda client: client.pets.upload({"part": {"at": NAIVE}}, content_type="multipart/form-data"),
]


@pytest.mark.parametrize("call", NAIVE_CALLS)
def test_a_naive_datetime_is_refused_wherever_it_stands(call: Callable[[Clinic], object]) -> None:
    played = script(CAT)
    with pytest.raises(InvalidRequestError, match="time zone"):
        call(clinic(played))
    assert played.seen == []


def test_a_wrong_argument_is_named_before_the_network() -> None:
    played = script(CAT)
    with pytest.raises(InvalidRequestError) as caught:
        clinic(played).pets.create(name=3, birth_time="soon", legs="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.arguments == ("name", "birth_time", "legs")
    assert str(caught.value).startswith("pets.create: name: Input should be a valid string; birth_time: ")
    assert played.seen == []


def test_a_fault_inside_an_argument_is_named_with_its_place() -> None:
    client = clinic(script(CAT))
    with pytest.raises(InvalidRequestError) as caught:
        client.pets.create(name="a", birth_time=WHEN, owner={"name": 1})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.arguments == ("owner.name",)


def test_a_new_enum_value_may_be_sent() -> None:
    played = script(CAT)
    clinic(played).pets.create(name="a", birth_time=WHEN, kind="BIRD")
    assert b'"kind":"BIRD"' in played.last.content


def test_a_model_in_a_body_is_written_by_wire_names_and_only_as_far_as_it_was_set() -> None:
    played = script(CAT)
    owner = models.Owner(name="o", phone_number=None)
    clinic(played).pets.create(name="a", birth_time=WHEN, owner=owner)
    assert played.body() == {
        "name": "a",
        "birthTime": "2026-01-02T03:04:05Z",
        "owner": {"name": "o", "phoneNumber": None},
    }


def test_extras_of_a_call_reach_the_request() -> None:
    played = script(CAT)
    clinic(played).pets.create(
        name="a",
        birth_time=WHEN,
        extra_headers={"X-One": "1", "user-agent": "me"},
        extra_query={"debug": True, "ids": [1, 2]},
        extra_body={"name": "b", "new": None},
    )
    assert (played.last.headers["x-one"], played.last.headers["user-agent"]) == ("1", "me")
    assert played.last.url.query == b"debug=true&ids=1&ids=2"
    assert played.body() == {"name": "b", "birthTime": "2026-01-02T03:04:05Z", "new": None}


LIST, MAP = ["blue", "bl ack"], {"R": 100, "G": 200}


@pytest.mark.parametrize(
    ("style", "explode", "scalar", "listed", "mapped"),
    [
        ("simple", False, "/a%2Fb", "/blue,bl%20ack", "/R,100,G,200"),
        ("simple", True, "/a%2Fb", "/blue,bl%20ack", "/R=100,G=200"),
        ("label", False, "/.a%2Fb", "/.blue,bl%20ack", "/.R,100,G,200"),
        ("label", True, "/.a%2Fb", "/.blue.bl%20ack", "/.R=100.G=200"),
        ("matrix", False, "/;p=a%2Fb", "/;p=blue,bl%20ack", "/;p=R,100,G,200"),
        ("matrix", True, "/;p=a%2Fb", "/;p=blue;p=bl%20ack", "/;R=100;G=200"),
    ],
)
def test_path_styles(style: str, explode: bool, scalar: str, listed: str, mapped: str) -> None:
    parameter = Parameter("p", "path", style, explode, required=True)
    assert [_target(parameter, value) for value in ("a/b", LIST, MAP)] == [scalar, listed, mapped]


@pytest.mark.parametrize(
    ("style", "explode", "listed", "mapped"),
    [
        ("form", True, "?p=blue&p=bl%20ack", "?R=100&G=200"),
        ("form", False, "?p=blue,bl%20ack", "?p=R,100,G,200"),
        ("spaceDelimited", False, "?p=blue%20bl%20ack", "?p=R%20100%20G%20200"),
        ("pipeDelimited", False, "?p=blue%7Cbl%20ack", "?p=R%7C100%7CG%7C200"),
        ("deepObject", True, "?p=blue&p=bl%20ack", "?p%5BR%5D=100&p%5BG%5D=200"),
    ],
)
def test_query_styles(style: str, explode: bool, listed: str, mapped: str) -> None:
    parameter = Parameter("p", "query", style, explode)
    assert [_target(parameter, value) for value in (LIST, MAP)] == [listed, mapped]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (1.5, "1.5"),
        (WHEN, "2026-01-02T03%3A04%3A05Z"),
        (date(2026, 1, 2), "2026-01-02"),
        ("a&b=c#d+e/f", "a%26b%3Dc%23d%2Be%2Ff"),
        ("zoë", "zo%C3%AB"),
        ("", ""),
    ],
)
def test_a_query_value_is_encoded(value: object, text: str) -> None:
    assert _target(Parameter("p", "query", "form"), value) == f"?p={text}"


def test_allow_reserved_leaves_what_cannot_split_the_query() -> None:
    parameter = Parameter("p", "query", "form", allow_reserved=True)
    assert _target(parameter, "a/b:c?d&e#f+g") == "?p=a/b:c?d%26e%23f%2Bg"


def test_allow_reserved_does_not_open_a_path_segment() -> None:
    parameter = Parameter("p", "path", allow_reserved=True, required=True)
    assert _target(parameter, "a/b:c?d@e") == "/a%2Fb:c%3Fd@e"


def test_a_parameter_with_a_media_type_is_json() -> None:
    parameter = Parameter("p", "query", media_type="application/json")
    assert _target(parameter, {"a": [1, None]}) == "?p=%7B%22a%22%3A%5B1%2Cnull%5D%7D"


@pytest.mark.parametrize("value", ["", ".", "..", None, UNSET, []])
def test_a_path_value_that_would_change_the_route_is_refused(value: object) -> None:
    played = script(CAT)
    with pytest.raises(InvalidRequestError, match="petId"):
        clinic(played).pets.get(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert played.seen == []


def test_header_and_cookie_parameters() -> None:
    played = script(CAT)
    clinic(played).pets.get("1", x_trace="a b", session="x;y")
    assert (played.last.headers["x-trace"], played.last.headers["cookie"]) == ("a b", "session=x%3By")


def test_a_header_cannot_hold_a_line_break() -> None:
    played = script(CAT)
    with pytest.raises(InvalidRequestError, match="X-Trace"):
        clinic(played).pets.get("1", x_trace="a\r\nEvil: 1")
    assert played.seen == []


def test_a_header_holds_ascii_alone() -> None:
    with pytest.raises(InvalidRequestError, match=r"pets\.list: X-A: a header holds ASCII alone") as caught:
        clinic(script(PAGE)).pets.list(extra_headers={"X-A": "zoë"})
    assert caught.value.arguments == ("X-A",)


def test_a_required_parameter_must_be_given() -> None:
    with pytest.raises(InvalidRequestError, match="p: the parameter is required"):
        clinic(script({})).call(_with(Parameter("p", "query", "form", required=True)), {}, query={"p": UNSET})


def test_a_form_body() -> None:
    played = script({})
    clinic(played).pets.upload(
        {"a": [1, True], "b": None, "c": "x y&"}, content_type="application/x-www-form-urlencoded"
    )
    assert played.last.content == b"a=1&a=true&c=x+y%26"
    assert played.last.headers["content-type"] == "application/x-www-form-urlencoded"


def test_a_text_body() -> None:
    played = script({})
    clinic(played).pets.upload("zoë", content_type="text/plain; charset=utf-8")
    assert (played.last.content, played.last.headers["content-type"]) == ("zoë".encode(), "text/plain; charset=utf-8")


@pytest.mark.parametrize("body", [{"a": 1}, ["a"], models.Owner(name="o"), None, ("a",), object()])
def test_what_has_no_text_of_its_own_is_no_text_body(body: object) -> None:
    played = script({})
    name = type(body).__name__
    with pytest.raises(
        InvalidRequestError, match=f"body: text/plain is text; give text or bytes, not {name}$"
    ) as caught:
        clinic(played).pets.upload(body, content_type="text/plain")
    assert (caught.value.arguments, played.seen) == (("body",), [])


@pytest.mark.parametrize("media_type", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_what_has_no_text_of_its_own_is_no_field(media_type: str) -> None:
    with pytest.raises(InvalidRequestError, match="a: object cannot be written as text"):
        clinic(script({})).pets.upload({"a": object()}, content_type=media_type)


def test_what_has_text_of_its_own_is_written_as_that() -> None:
    played = script({})
    clinic(played).pets.upload(
        {"a": ip_address("::1"), "b": 1.5, "c": WHEN}, content_type="application/x-www-form-urlencoded"
    )
    assert played.last.content == b"a=%3A%3A1&b=1.5&c=2026-01-02T03%3A04%3A05Z"


def test_a_media_type_that_the_operation_does_not_take_is_refused() -> None:
    with pytest.raises(InvalidRequestError, match="content_type"):
        clinic(script({})).pets.upload("x", content_type="image/png")


def test_binary_bodies_from_bytes_a_path_an_open_file_and_an_iterator(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"photo")
    played = script({})
    pets = clinic(played).pets
    with path.open("rb") as file:
        for body in (b"photo", path, file, iter([b"pho", b"to"]), io.BytesIO(b"photo")):
            pets.upload(body)
    assert [request.content for request in played.seen] == [b"photo"] * 5
    assert [request.headers.get("content-length") for request in played.seen] == ["5", "5", "5", None, "5"]


def test_text_where_bytes_belong_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with (tmp_path / "a").open() as file, pytest.raises(InvalidRequestError, match="binary mode"):
        clinic(script({})).pets.upload(file)


def _parts(played: Script) -> list[tuple[str, bytes]]:
    boundary = played.last.headers["content-type"].partition("boundary=")[2].encode()
    chunks = played.last.content.split(b"--" + boundary)[1:-1]
    found = [chunk.strip(b"\r\n").partition(b"\r\n\r\n") for chunk in chunks]
    return [(head.decode().replace("\r\n", "; "), body) for head, _, body in found]


def test_a_multipart_body(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"png")
    played = script({})
    fields = {
        "text": "t",
        "number": 1,
        "many": ["a", "b"],
        "object": models.Owner(name="o"),
        "path": path,
        "named": ("b.txt", b"txt", "text/x-b"),
        "none": None,
    }
    clinic(played).pets.upload(fields, content_type="multipart/form-data")
    data = "Content-Disposition: form-data; name="
    assert _parts(played) == [
        (data + '"text"', b"t"),
        (data + '"number"', b"1"),
        (data + '"many"', b"a"),
        (data + '"many"', b"b"),
        (data + '"object"; Content-Type: application/json', b'{"name":"o"}'),
        (data + '"path"; filename="a.png"; Content-Type: image/png', b"png"),
        (data + '"named"; filename="b.txt"; Content-Type: text/x-b', b"txt"),
    ]


def test_a_request_can_be_built_and_not_sent() -> None:
    played = script(CAT)
    client = clinic(played)
    request = client.build_request(client.pets.create, name="a", birth_time=WHEN)
    assert (request.method, request.url, request.content) == (
        "POST",
        "https://clinic.test/api/pets",
        b'{"name":"a","birthTime":"2026-01-02T03:04:05Z"}',
    )
    assert request.headers["Authorization"] == "Bearer tok"
    assert "tok" not in repr(request)
    assert played.seen == []


def test_a_server_of_the_operation_counts_until_a_base_url_is_given() -> None:
    played = script({})
    client = clinic(played)
    operation: Operation[object] = Operation(id="x", name="x", method="GET", path="/x", servers=("https://files.test",))
    client.call(operation, {})
    client.with_options(base_url="http://local.test/v1/").call(operation, {})
    assert [str(request.url) for request in played.seen] == ["https://files.test/x", "http://local.test/v1/x"]


def test_an_answer_is_asked_for_by_its_media_type() -> None:
    played = script(ok(CAT))
    clinic(played).pets.get("1")
    assert played.last.headers["accept"] == "application/json, */*;q=0.1"


def test_nothing_of_the_callers_own_client_is_added() -> None:
    played = script(CAT)
    own = httpx2.Client(
        transport=httpx2.MockTransport(played), auth=("u", "p"), headers={"X-Own": "1"}, params={"q": "1"}
    )
    with pytest.warns(UnusedSettingWarning):
        client = Clinic(access_token="tok", http_client=own)
    client.pets.get("1")
    assert (played.last.headers["authorization"], "x-own" in played.last.headers, played.last.url.query) == (
        "Bearer tok",
        False,
        b"",
    )

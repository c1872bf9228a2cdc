"""What comes back: by status, by media type, exact, newer than the contract, wrong, and broken."""

from __future__ import annotations

import json
import warnings
from datetime import UTC, datetime
from typing import cast

import clinic_models as models
import httpx2
import pytest
from scripted import CAT, clinic, ok, script

from runtime import (
    BrokenBodyError,
    ContentTypeError,
    DecodeWarning,
    ItemStream,
    Misfit,
    MisfitError,
    NewerAnswerWarning,
    Operation,
    StatusError,
)
from runtime.operation import Answer, Content

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def _page(*pets: object) -> models.PetPage:
    return clinic(script({"results": list(pets)})).pets.list()


def _bytes(body: bytes, media_type: str = "application/json", status: int = 200) -> httpx2.Response:
    return httpx2.Response(status, content=body, headers={"Content-Type": media_type} if media_type else {})


def test_a_body_that_fits_is_typed_and_silent() -> None:
    assert _page(CAT) == models.PetPage(results=[models.Pet(id="1", kind="CAT", born_at=WHEN, weight=4.5)])


def test_the_exact_status_chooses_the_model() -> None:
    made = clinic(script(ok({"message": "half"}, 207))).pets.create(name="a", birth_time=WHEN)
    assert cast("object", made) == models.Fault(message="half")


def test_star_star_with_a_json_schema_is_json() -> None:
    pet = clinic(script(_bytes(json.dumps(CAT).encode(), "text/weird"))).pets.get("1")
    assert pet.id == "1"


def test_an_answer_without_content_is_none() -> None:
    answer = clinic(script(httpx2.Response(204))).pets.update("1")
    assert cast("object", answer) is None


def test_an_empty_body_where_the_contract_promises_one_raises() -> None:
    with pytest.raises(BrokenBodyError, match="the body is empty"):
        clinic(script(httpx2.Response(200))).pets.update("1")


def test_a_good_status_that_is_not_declared_is_read_and_reported() -> None:
    with pytest.warns(NewerAnswerWarning, match="status: undeclared status \\(201\\)"):
        assert clinic(script(ok(CAT, 201))).pets.create(name="a", birth_time=WHEN).id == "1"


@pytest.mark.parametrize("status", [204, 202])
def test_an_undeclared_status_without_the_promised_body_is_more_than_newer(status: int) -> None:
    client = clinic(script(httpx2.Response(status)))
    with pytest.warns(DecodeWarning) as caught:
        made = client.pets.create(name="a", birth_time=WHEN)
    assert (cast("object", made), [item.category for item in caught]) == (None, [DecodeWarning])
    assert str(caught[0].message) == (
        "pets.create: the answer does not fit the contract at "
        f"status: undeclared status ({status}); body: missing body; None is returned"
    )
    with pytest.raises(MisfitError, match=r"missing body$"):
        client.with_options(strict=True).pets.create(name="a", birth_time=WHEN)


def test_an_undeclared_status_where_no_body_is_promised_is_only_newer() -> None:
    operation: Operation[object] = Operation(id="x", name="x", method="GET", path="/x", answers=(Answer("200"),))
    with pytest.warns(NewerAnswerWarning, match=r"undeclared status \(204\); None is returned$"):
        assert clinic(script(httpx2.Response(204))).call(operation, {}) is None


def test_an_unknown_field_is_kept_and_named() -> None:
    with pytest.warns(
        NewerAnswerWarning, match="pets.list: .* at results\\[1\\].mood: unknown field; results"
    ) as caught:
        page = _page(CAT, {**CAT, "mood": "sad", "owner": {"name": "o", "x": 1}})
    assert len(caught) == 1
    assert page.results[1].model_extra == {"mood": "sad"}
    assert page.results[1].owner is not None
    assert page.results[1].owner.model_extra == {"x": 1}


def test_an_unknown_enum_value_is_kept_and_named() -> None:
    with pytest.warns(NewerAnswerWarning, match=r"results\[0\].kind: unknown value \('BIRD'\); results\[0\].chip"):
        page = _page({**CAT, "kind": "BIRD", "chip": 9})
    assert (page.results[0].kind, page.results[0].chip) == ("BIRD", 9)


def test_a_missing_field_reads_none_and_is_not_set() -> None:
    with pytest.warns(DecodeWarning, match=r"results\[0\].bornAt: missing field; results\[0\].new: unknown field"):
        page = _page({"id": "1", "kind": "CAT", "weight": 1, "new": [1]})
    pet = page.results[0]
    assert cast("object", pet.born_at) is None
    assert pet.model_fields_set == {"id", "kind", "weight", "new"}
    assert pet.model_extra == {"new": [1]}
    assert pet.weight == 1.0


def test_a_wrong_type_keeps_its_raw_value_and_everything_else_is_typed() -> None:
    with pytest.warns(DecodeWarning) as caught:
        page = _page({**CAT, "weight": "4.5", "tags": ["a", 2], "owner": ["o"]}, CAT)
    pet = page.results[0]
    assert cast("object", (pet.weight, pet.tags, pet.owner)) == ("4.5", ["a", 2], ["o"])
    assert (pet.born_at, page.results[1].weight) == (WHEN, 4.5)
    assert [part.partition(" (")[0] for part in str(caught[0].message).partition(" at ")[2].split("; ")] == [
        "results[0].weight: wrong value",
        "results[0].owner: wrong value",
        "results[0].tags[1]: wrong value",
    ]


def test_only_what_is_newer_gets_the_gentler_warning() -> None:
    with pytest.warns(DecodeWarning) as caught:
        _page({**CAT, "mood": "sad"}, {**CAT, "weight": None})
    assert [item.category for item in caught] == [DecodeWarning]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerAnswerWarning)
        _page({**CAT, "mood": "sad", "kind": "BIRD"})


def test_misfits_deep_in_maps_and_unions_are_found() -> None:
    body = {"shape": {"radius": 1, "color": "BLUE"}, "byName": {"tom": {**CAT, "weight": "x"}, "ben": CAT}}
    with pytest.warns(DecodeWarning, match=r"shape.color: unknown value \('BLUE'\); byName.tom.weight: wrong value"):
        drawing = clinic(script(body)).pets.draw()
    assert drawing.shape == models.Circle(radius=1.0, color="BLUE")
    assert drawing.by_name is not None
    assert drawing.by_name["ben"].born_at == WHEN


def test_what_is_only_newer_is_found_in_maps_and_unions_too() -> None:
    body = {"shape": {"radius": 1, "color": "BLUE"}, "byName": {"tom": {**CAT, "kind": "BIRD"}}}
    with pytest.warns(NewerAnswerWarning, match=r"at shape.color: unknown .*; byName.tom.kind: unknown .*'BIRD'\)$"):
        assert clinic(script(body)).pets.draw().shape == models.Circle(radius=1.0, color="BLUE")


def test_invited_fields_do_not_hide_what_is_newer() -> None:
    newer = [{"id": "1", "x": 1, "owner": {"name": "o", "y": 1}}]
    client = clinic(script([{"id": "1", "x": 1}], newer, [{"id": "1", "x": 1, "size": "XL"}]))
    client.pets.bags()
    with pytest.warns(NewerAnswerWarning, match=r"at \[0\].owner.y: unknown field$"):
        client.pets.bags()
    with pytest.warns(NewerAnswerWarning, match=r"at \[0\].size: unknown value \('XL'\)$"):
        client.pets.bags()


def test_a_union_takes_the_branch_that_loses_least() -> None:
    with pytest.warns(DecodeWarning, match="shape.side: wrong value"):
        drawing = clinic(script({"shape": {"side": "wide"}})).pets.draw()
    assert isinstance(drawing.shape, models.Square)


def test_a_body_of_another_shape_is_kept_raw() -> None:
    with pytest.warns(DecodeWarning, match="body: wrong value"):
        assert cast("object", clinic(script(["x"])).pets.list()) == ["x"]


def test_fields_that_the_contract_invites_are_no_surprise() -> None:
    client = clinic(script([{"id": "1", "any": 1}]))
    assert [client.pets.bags()[0].model_extra for _ in range(2)] == [{"any": 1}] * 2


def test_strict_raises_with_every_place_and_the_raw_body() -> None:
    body = {"results": [{"id": 1, "kind": "BIRD", "weight": 1, "x": 1}]}
    with pytest.raises(MisfitError) as caught:
        clinic(script(body), strict=True).pets.list()
    assert [(misfit.place, misfit.kind) for misfit in caught.value.misfits] == [
        ("results[0].id", "wrong value"),
        ("results[0].kind", "unknown value"),
        ("results[0].bornAt", "missing field"),
        ("results[0].x", "unknown field"),
    ]
    assert (json.loads(caught.value.content), caught.value.status) == (body, 200)


@pytest.mark.parametrize("extra", [{"mood": "x"}, {"kind": "BIRD"}, {"weight": "1"}])
def test_strict_raises_for_each_kind_of_misfit(extra: dict[str, str]) -> None:
    with pytest.raises(MisfitError):
        clinic(script({"results": [{**CAT, **extra}]}), strict=True).pets.list()


@pytest.mark.parametrize("body", [b'{"results": [', b"", b"\xff\xfe", b"nope"])
def test_broken_json_raises_and_keeps_the_raw_body(body: bytes) -> None:
    with pytest.raises(BrokenBodyError) as caught:
        clinic(script(_bytes(body))).pets.list()
    assert (caught.value.content, caught.value.status, caught.value.operation) == (body, 200, "pets.list")


def test_under_star_star_any_media_type_is_known_and_must_be_json() -> None:
    with pytest.raises(BrokenBodyError):
        clinic(script(_bytes(b"<html>", "text/html"))).pets.get("1")


def test_a_media_type_that_the_contract_does_not_know_raises_and_keeps_the_raw_body() -> None:
    with pytest.raises(ContentTypeError) as caught:
        clinic(script(_bytes(b"<html>", "text/html"))).pets.list()
    assert caught.value.content == b"<html>"


@pytest.mark.parametrize("media_type", ["text/plain", "application/hal+json", "", "application/json; charset=utf-8"])
def test_json_under_a_sloppy_media_type_is_json(media_type: str) -> None:
    assert clinic(script(_bytes(b' {"results": []}', media_type))).pets.list().results == []


def test_an_answer_without_a_type_is_the_json_value() -> None:
    assert clinic(script({"a": [1]})).pets.pay() == {"a": [1]}


@pytest.mark.parametrize(
    ("kind", "body", "value"),
    [
        ("text", "zoë".encode("latin-1"), "zoë"),
        ("binary", b"\x00\x01", b"\x00\x01"),
        ("jsonlines", b'{"a":1}\n\n{"a":2}\n', [{"a": 1}, {"a": 2}]),
    ],
)
def test_answers_of_other_kinds(kind: str, body: bytes, value: object) -> None:
    content = Content("application/x-any", kind)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    operation: Operation[object] = Operation(
        id="x", name="x", method="GET", path="/x", answers=(Answer("2XX", (content,)),)
    )
    answer = _bytes(body, "application/x-any; charset=latin-1")
    given = clinic(script(answer)).call(operation, {})
    assert (list(given) if isinstance(given, ItemStream) else given) == value


def test_the_error_model_comes_with_the_status() -> None:
    with pytest.raises(StatusError) as caught:
        clinic(script(ok({"message": "gone", "category": "X", "more": 1}, 404))).pets.list()
    assert caught.value.error == models.Fault.model_validate({"message": "gone", "category": "X", "more": 1})


@pytest.mark.parametrize(
    ("body", "header", "request_id"),
    [
        ({"message": "m", "correlationId": "c"}, {}, "c"),
        ({"requestId": "r"}, {}, "r"),
        ({"correlationId": "c"}, {"X_Request_Id": "h"}, "h"),
        ({"correlationId": 5}, {}, None),
        (["correlationId"], {}, None),
    ],
)
def test_the_name_of_a_request_is_read_from_the_body_where_no_header_tells_it(
    body: object, header: dict[str, str], request_id: str | None
) -> None:
    with pytest.raises(StatusError) as caught:
        clinic(script(ok(body, 404, **header))).pets.list()
    assert caught.value.request_id == request_id
    assert str(caught.value).endswith(f"[request {request_id}]") == (request_id is not None)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (ok({"other": 1}, 404), {"other": 1}),
        (_bytes(b"<html>", "text/html", 404), "<html>"),
        (httpx2.Response(404), None),
    ],
)
def test_an_error_of_another_shape_is_kept_as_it_came(answer: httpx2.Response, error: object) -> None:
    with pytest.raises(StatusError) as caught:
        clinic(script(answer)).pets.list()
    assert caught.value.error == error


def test_json_nested_without_end_is_broken() -> None:
    deep = _bytes(b"[" * 200_000)
    with pytest.raises(BrokenBodyError):
        clinic(script(deep)).pets.pay()
    with pytest.raises(BrokenBodyError):
        clinic(script(deep)).pets.list()


def test_a_raw_response_has_it_all() -> None:
    client = clinic(script(ok(CAT, X_Request_Id="r-1")))
    response = client.raw_response(client.pets.get, "1")
    assert response.value.kind == "CAT"
    assert (response.status, response.request_id, response.operation) == (200, "r-1", "pets.get")
    assert json.loads(response.content) == CAT
    assert response.headers["X-REQUEST-ID"] == "r-1"


def test_misfits_print_in_words() -> None:
    assert str(Misfit("a.b", "unknown value", "'X'")) == "a.b: unknown value ('X')"

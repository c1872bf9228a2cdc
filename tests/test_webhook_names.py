"""What tells the webhooks of a document apart, and what their names depend on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

import pytest

from specwright.config import ad_hoc
from specwright.ir import Api, Telling
from specwright.names import name
from specwright.pipeline import read_apis

Node: TypeAlias = dict[str, object]
HEADERS = {"name": "X-Event", "in": "header", "required": True}


def payload(required: str = "type kind", **properties: object) -> Node:
    """An object whose properties are constants, or lists of what they may be."""
    told = {key: {"enum": value if isinstance(value, list) else [value]} for key, value in properties.items()}
    return {"type": "object", "properties": told, "required": required.split()}


def webhook(schema: Node, header: str = "") -> Node:
    parameters: list[object] = [{**HEADERS, "schema": {"const": header}}] if header else []
    content = {"application/json": {"schema": schema}}
    responses = {"200": {"description": "Good."}}
    return {"post": {"parameters": parameters, "requestBody": {"content": content}, "responses": responses}}


def api_of(folder: Path, webhooks: Node, paths: Node | None = None) -> Api:
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths or {}, "webhooks": webhooks}
    path = folder / "spec.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    [reading] = read_apis(ad_hoc((path,), None, None)).values()
    assert reading.api
    return reading.api


def body(name: str, **marks: str) -> Telling:
    return Telling("body", name, tuple((mark, f"{each} > POST {each}") for each, mark in marks.items()))


@pytest.mark.parametrize(
    ("webhooks", "expected"),
    [
        ({"a": payload(type="x"), "b": payload(type="y")}, body("type", a="x", b="y")),
        ({"a": payload(type="x")}, None),
        ({"a": payload(type="x"), "b": payload(type="x")}, None),
        ({"a": payload(type=["x", "y"]), "b": payload(type=["y", "z"])}, None),
        ({"a": payload(type="x"), "b": payload("kind", type="y")}, None),
        ({"a": payload(type="x"), "b": {"type": "object"}}, None),
        ({"a": payload(type="x"), "b": {"type": "string"}}, None),
        ({"a": payload(type=1), "b": payload(type=2)}, None),
        ({"a": payload(kind="x", type="1"), "b": payload(kind="y", type="2")}, body("type", a="1", b="2")),
        ({"a": payload(kind="x", type="1"), "b": payload(kind="y", type="1")}, body("kind", a="x", b="y")),
        ({"a": {"allOf": [payload(type="x"), payload("", o="1")]}, "b": payload(type="y")}, body("type", a="x", b="y")),
        ({"a": {"oneOf": [payload(type="x"), payload("")]}, "b": payload(type="y")}, None),
    ],
)
def test_a_required_constant_of_every_payload_tells_webhooks_apart(
    webhooks: Node, expected: Telling | None, tmp_path: Path
) -> None:
    schemas = {name: schema for name, schema in webhooks.items() if isinstance(schema, dict)}
    assert api_of(tmp_path, {name: webhook(schema) for name, schema in schemas.items()}).told_by == expected


def test_a_header_counts_before_the_payload(tmp_path: Path) -> None:
    both: Node = {each: webhook(payload(type=each), header=f"h-{each}") for each in ("a", "b")}
    marks = (("h-a", "a > POST a"), ("h-b", "b > POST b"))
    assert api_of(tmp_path, both).told_by == Telling("header", "x-event", marks)
    one: Node = {"a": webhook(payload(type="a"), header="h"), "b": webhook(payload(type="b"))}
    assert api_of(tmp_path, one).told_by == body("type", a="a", b="b")
    maybe: Node = json.loads(json.dumps(both).replace('"required": true', '"required": false'))
    assert api_of(tmp_path, maybe).told_by == body("type", a="a", b="b")


def test_a_name_depends_on_its_own_place_alone(tmp_path: Path) -> None:
    registered = {"post": {"operationId": "watch", "responses": {"200": {"description": "Good."}}}}
    callback = {"{$request.body#/url}": webhook(payload())}
    paths: Node = {"/pets": {"post": {**registered["post"], "callbacks": {"newPet": callback}}}}
    few = name(api_of(tmp_path, {"newPet": webhook(payload())}, paths)).webhooks
    more = name(api_of(tmp_path, {"newPet": webhook(payload()), "pet": webhook(payload())}, paths)).webhooks
    assert [each.dotted for each in few.values()] == ["webhooks.new_pet", "callbacks.pets.watch.new_pet"]
    assert {key: each for key, each in more.items() if key in few} == few


def test_an_address_may_be_all_that_tells_two_callbacks_apart(tmp_path: Path) -> None:
    addresses = {"{$request.body#/url}": webhook(payload()), "{$request.body#/URL}": webhook(payload())}
    operation = {"operationId": "watch", "responses": {"200": {"description": "Good."}}, "callbacks": {"on": addresses}}
    names = name(api_of(tmp_path, {}, {"/pets": {"post": operation}})).webhooks
    assert len({each.dotted for each in names.values()}) == 2

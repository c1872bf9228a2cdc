"""Documents of Swagger 2.0 as OpenAPI 3.0. What is made of them is in `cases/generate/swagger-2` and `cases/refuse`."""

from __future__ import annotations

from pathlib import Path

import pytest

from specwright.coverage.covering import coverage_of
from specwright.load import Document, Json, load
from specwright.load.pointers import lookup
from specwright.upgrade import upgrade
from specwright.validate import validate
from specwright.validate.survey import survey
from trees import ROOT

CASE = ROOT / "tests" / "cases" / "generate" / "swagger-2"


@pytest.fixture
def document() -> Document:
    return upgrade(load(CASE / "spec.yaml", "spec.yaml"))


def upgraded(tmp_path: Path, text: str) -> dict[str, Json]:
    (tmp_path / "spec.yaml").write_text(f"swagger: '2.0'\n{text}", encoding="utf-8")
    return upgrade(load(tmp_path / "spec.yaml", "spec.yaml")).data


def test_every_place_of_a_document_stands_somewhere_in_the_published_files(document: Document) -> None:
    files = {each.file: each for each in (document, *document.beside)}
    places = survey(document, "3.0").places.values()
    assert len({place.document.file for place in places}) == 5
    for place in places:
        of = files[place.document.file]
        assert of.published is not None
        lookup(of.published.data, of.published_at(place.pointer))


def test_the_ledger_names_places_of_the_published_files(document: Document) -> None:
    assert document.published is not None
    for entry in coverage_of(document).entries:
        if entry.origin.file == document.file:
            assert not entry.origin.pointer.startswith("/components")
            lookup(document.published.data, entry.origin.pointer)


def test_a_document_of_openapi_3_is_left_as_it_is() -> None:
    spec = ROOT / "tests" / "cases" / "generate" / "split" / "spec.yaml"
    document = load(spec, spec.name)
    assert upgrade(document) is document


@pytest.mark.parametrize(
    ("text", "servers"),
    [
        ("host: a.test", ["https://a.test"]),
        ("{host: a.test, basePath: /b/, schemes: [ws, http, https]}", ["https://a.test/b", "http://a.test/b"]),
        ("host: 'http://a.test/x/'\nbasePath: b\nschemes: [http]", ["http://a.test/x/b"]),
        ("basePath: /b", ["/b"]),
        ("basePath: /", []),
        ("info: {}", []),
    ],
)
def test_host_and_base_path_and_schemes_are_servers(tmp_path: Path, text: str, servers: list[str]) -> None:
    body = text.strip("{}").replace(", basePath", "\nbasePath").replace(", schemes", "\nschemes")
    listed = upgraded(tmp_path, body).get("servers", [])
    assert listed == [{"url": url} for url in servers]


@pytest.mark.parametrize(
    ("written", "flow"),
    [
        ("implicit", "implicit"),
        ("password", "password"),
        ("application", "clientCredentials"),
        ("accessCode", "authorizationCode"),
    ],
)
def test_each_flow_has_its_new_name(tmp_path: Path, written: str, flow: str) -> None:
    scheme = f"{{type: oauth2, flow: {written}, tokenUrl: 'https://a.test/t', scopes: {{a: b}}}}"
    made = upgraded(tmp_path, f"securityDefinitions: {{s: {scheme}}}")
    expected: Json = {"type": "oauth2", "flows": {flow: {"scopes": {"a": "b"}, "tokenUrl": "https://a.test/t"}}}
    assert made["components"] == {"securitySchemes": {"s": expected}}


def test_broken_parts_are_left_for_the_checks_to_tell(tmp_path: Path) -> None:
    text = """
paths:
  /a: []
  /b: {get: [], parameters: {}, post: {parameters: [1, {in: body}], responses: {'200': 3}}}
definitions: [1]
parameters: 4
responses: {A: 5}
securityDefinitions: {a: 6, b: {type: oauth2}}
"""
    (tmp_path / "spec.yaml").write_text(f"swagger: '2.0'{text}", encoding="utf-8")
    found = {problem.code for problem in validate(upgrade(load(tmp_path / "spec.yaml", "spec.yaml")))}
    assert "wrong-type" in found

"""What is checked as an operation is what becomes one, in every version and wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from specwright.load import Document, load
from specwright.problems import has_errors
from specwright.resolve import resolve
from specwright.validate import validate, version_of
from specwright.validate.operations import operations_of, paths_of
from specwright.validate.survey import survey

CASES = Path(__file__).parents[1] / "cases"
SPECS = sorted(path for path in CASES.glob("generate/*/*.*") if path.suffix in (".yaml", ".json"))

PATHS = """
info: {title: T, version: "1"}
paths:
  x-note: {get: {responses: {"200": {description: ok}}}}
  /plain:
    get: {responses: {"200": {description: ok}}}
    put: null
    query: {responses: {"200": {description: ok}}}
    parameters: [{name: own, in: query, schema: {type: string}}]
  /both:
    $ref: "#/paths/~1plain"
    get: {responses: {"200": {description: of its own}}}
    post: {responses: {"200": {description: ok}}}
    servers: [{url: "https://example.com"}]
"""


def checked(document: Document) -> list[tuple[str, str]]:
    version = version_of(document)
    assert version is not None
    found = survey(document, version)
    return sorted((path, method) for path, item in paths_of(found) for method in operations_of(found, item))


def made(document: Document) -> list[tuple[str, str]]:
    return sorted((raw.path, raw.method) for raw in resolve(document).operations)


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_case_makes_the_operations_that_were_checked(spec: Path) -> None:
    document = load(spec, spec.name)
    if version_of(document) is None:
        pytest.skip("an overlay or a part of a document")
    assert made(document) == checked(document)


@pytest.mark.parametrize(("version", "methods"), [("3.0.3", ["get"]), ("3.1.0", ["get"]), ("3.2.0", ["get", "query"])])
def test_a_path_has_the_operations_of_its_version_and_those_that_it_refers_to(
    tmp_path: Path, version: str, methods: list[str]
) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(f"openapi: {version}{PATHS}")
    document = load(path, "spec.yaml")
    assert not has_errors(validate(document))
    expected = sorted([("/plain", method) for method in methods] + [("/both", method) for method in (*methods, "post")])
    assert made(document) == checked(document) == expected
    own = next(raw for raw in resolve(document).operations if (raw.path, raw.method) == ("/both", "get"))
    assert own.responses[0][1].node == {"description": "of its own"}
    assert [each.node["name"] for each in own.parameters] == ["own"]
    assert [each.node["url"] for each in own.servers] == ["https://example.com"]

"""What reading a document gives up is in the ledger too, and so are the places of files as they were published."""

from __future__ import annotations

from pathlib import Path

from specwright.coverage import Coverage, coverage_of
from specwright.coverage.of_readings import CODES
from specwright.load import Document, load
from specwright.upgrade import upgrade

SWAGGER = """\
swagger: '2.0'
info: {title: Shop, version: '1'}
produces: [application/json]
paths:
  /items/{id}:
    post:
      parameters:
        - {name: id, in: path, required: true, type: array, items: {type: string, pattern: '^a'}, collectionFormat: tsv}
        - {name: one, in: body, schema: {$ref: '#/definitions/Item'}}
        - {name: two, in: body, schema: {type: object}}
      responses: {'200': {description: Good., examples: {text/csv: a}}}
definitions:
  Item: {type: object, maxProperties: 3}
"""
DYNAMIC = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths: {}
components:
  schemas:
    Tree: {$dynamicAnchor: node, type: object, properties: {below: {$dynamicRef: '#node'}}}
    Other: {$dynamicAnchor: node, type: object, properties: {a: {type: string}}}
"""


def loaded(folder: Path, text: str) -> Document:
    (folder / "spec.yaml").write_text(text)
    return upgrade(load(folder / "spec.yaml", "spec.yaml"))


def covered(folder: Path, text: str) -> Coverage:
    return coverage_of(loaded(folder, text))


def test_what_an_older_specification_says_and_a_newer_cannot_is_told_at_its_own_place(tmp_path: Path) -> None:
    parameter = "/paths/~1items~1{id}/post/parameters"
    found = covered(tmp_path, SWAGGER)
    assert [(each.construct, each.state, each.origin.pointer) for each in found.entries] == [
        ("example", "not shown", "/paths/~1items~1{id}/post/responses/200/examples/text~1csv"),
        ("parameter", "not generated", f"{parameter}/2"),
        ("parameter collectionFormat", "degraded", f"{parameter}/0/collectionFormat"),
        ("schema maxProperties", "not generated", "/definitions/Item/maxProperties"),
        ("schema pattern", "degraded", f"{parameter}/0/items/pattern"),
    ]
    assert [each.shown.pointer for each in found.declared] == ["/paths/~1items~1{id}/post"]


def test_a_reference_that_depends_on_who_refers_is_degraded(tmp_path: Path) -> None:
    [entry] = covered(tmp_path, DYNAMIC).entries
    assert (entry.construct, entry.state) == ("schema $dynamicRef", "degraded")
    assert entry.told.startswith('"#node" means another schema depending on who refers to it')


def test_each_loss_of_reading_is_one_that_reading_tells(tmp_path: Path) -> None:
    problems = [*loaded(tmp_path, SWAGGER).problems, *loaded(tmp_path, DYNAMIC).problems]
    assert {each.code for each in problems} == set(CODES)

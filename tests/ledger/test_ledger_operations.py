"""No operation vanishes: those that a document declares and those that were written are compared in every run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner

from specwright import pipeline, reading, targets
from specwright.build import build
from specwright.cli import main
from specwright.coverage import coverage_of
from specwright.ir import Api
from specwright.load import load
from specwright.resolve import Resolved
from specwright.rules import EntitlementRule
from specwright.sdk import Sdk
from trees import tree_of

SPEC = """\
openapi: 3.2.0
info: {title: Shop, version: '1'}
paths:
  /items:
    get: {responses: {'204': {description: Nothing.}}}
    query: {responses: {'204': {description: Nothing.}}}
    post:
      responses: {'204': {description: Nothing.}}
      callbacks:
        done:
          '{$url}': {post: {responses: {'204': {description: Nothing.}}}}
        again: {$ref: '#/components/callbacks/Again'}
  /parts:
    $ref: 'parts.yaml#/parts'
    get: {summary: Its own, responses: {'204': {description: Nothing.}}}
  x-not-a-path:
    get: {responses: {}}
webhooks:
  sold:
    post: {responses: {'204': {description: Nothing.}}}
components:
  callbacks:
    Again:
      '{$url}': {put: {responses: {'204': {description: Nothing.}}}}
"""
PARTS = """\
parts:
  get: {summary: Another, responses: {'204': {description: Nothing.}}}
  delete: {responses: {'204': {description: Nothing.}}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document whose parts lie in another file, which is the working directory."""
    (tmp_path / "shop.yaml").write_text(SPEC)
    (tmp_path / "parts.yaml").write_text(PARTS)
    (tmp_path / "specwright.toml").write_text('[[sdk]]\nname = "shop"\nspecs = ["shop.yaml"]\nlocales = ["en"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stderr


def test_every_method_of_every_path_webhook_and_callback_is_declared(project: Path) -> None:
    declared = coverage_of(load(project / "shop.yaml", "shop.yaml")).declared
    assert [(each.kind, each.key, f"{each.origin.file}#{each.origin.pointer}") for each in declared] == [
        ("callback", "POST /items > done > POST {$url}", "shop.yaml#/paths/~1items/post/callbacks/done/{$url}/post"),
        ("callback", "POST /items > again > PUT {$url}", "shop.yaml#/components/callbacks/Again/{$url}/put"),
        ("operation", "GET /items", "shop.yaml#/paths/~1items/get"),
        ("operation", "POST /items", "shop.yaml#/paths/~1items/post"),
        ("operation", "QUERY /items", "shop.yaml#/paths/~1items/query"),
        ("operation", "DELETE /parts", "parts.yaml#/parts/delete"),
        ("operation", "GET /parts", "shop.yaml#/paths/~1parts/get"),
        ("webhook", "sold > POST sold", "shop.yaml#/webhooks/sold/post"),
    ]


def test_all_of_them_are_written(project: Path) -> None:
    code, err = run("generate")
    assert code == 0
    assert " created. 5 of 5 operations, 1 of 1 webhook, 2 of 2 callbacks.\n" in err


Losing: TypeAlias = Callable[[Mapping[str, bytes]], Iterator[tuple[str, bytes]]]


def lose_in_a_module(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """A template that writes an operation and uses it nowhere."""
    for path, content in files.items():
        yield path, content.replace(b".call(_DELETE_ALL,", b".call(_LIST,")


def lose_a_received_page(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    yield from ((path, content) for path, content in files.items() if not path.endswith("received_webhooks/sold.md"))


def lose_a_page(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    yield from ((path, content) for path, content in files.items() if not path.endswith("parts/delete-all.md"))


@pytest.mark.parametrize(("target", "lose"), [("python", lose_in_a_module), ("docs", lose_a_page)])
def test_an_operation_that_a_target_loses_stops_the_run(
    project: Path, monkeypatch: pytest.MonkeyPatch, target: str, lose: Losing
) -> None:
    def spoilt(each: targets.Target) -> targets.Target:
        def render(sdk: Sdk, jobs: int) -> Mapping[str, bytes]:
            return dict(lose(each.render(sdk, jobs)))

        return replace(each, render=render) if each.name == target else each

    before = tree_of(project)
    monkeypatch.setattr(pipeline, "TARGETS", tuple(map(spoilt, targets.TARGETS)))
    code, err = run("generate")
    assert code == 1
    assert f"parts.yaml:3:3: operation-lost: DELETE /parts is missing from {target}. This is a fault" in err
    assert tree_of(project) == before


def test_an_operation_that_an_early_stage_loses_stops_the_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def forgetful(resolved: Resolved, rules: tuple[EntitlementRule, ...]) -> Api:
        api = build(resolved, rules)
        return replace(api, operations=tuple(each for each in api.operations if each.key != "GET /items"))

    monkeypatch.setattr(reading, "build", forgetful)
    code, err = run("generate")
    assert code == 1
    assert "shop.yaml:5:5: operation-lost: GET /items is missing from python and docs." in err
    assert run("coverage")[0] == 1


def test_an_operation_that_nobody_declared_stops_the_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def inventive(resolved: Resolved, rules: tuple[EntitlementRule, ...]) -> Api:
        api = build(resolved, rules)
        return replace(api, operations=(*api.operations, replace(api.operations[0], path="/invented")))

    monkeypatch.setattr(reading, "build", inventive)
    code, err = run("generate")
    assert code == 1
    assert "operation-undeclared: GET /invented is in python, and the document does not declare it." in err


BRIEF = "get: {responses: {'204': {description: Nothing.}}}"
LONG = "get: {operationId: NAME, responses: {'200': {$ref: '#/components/responses/Good'}}}"
GOOD = """\
  responses:
    Good: {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}}
  schemas:
    NAME: {type: object, properties: {a: {}}}
"""


@pytest.mark.parametrize(
    ("length", "form"), [(20, "]] = Operation(\n"), (42, "]] = (\n    Operation(\n"), (60, "]\n] = Operation(\n")]
)
def test_an_operation_is_found_however_the_formatter_breaks_its_lines(project: Path, length: int, form: str) -> None:
    text = (SPEC.replace(BRIEF, LONG, 1) + GOOD).replace("NAME", "a" * length)
    (project / "shop.yaml").write_text(text)
    assert run("generate")[0] == 0
    [module] = (project / "output").rglob("resources/items.py")
    assert form in module.read_text(), "or the formatter breaks its lines in another way now"


def test_a_webhook_without_its_page_stops_the_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [python, docs] = targets.TARGETS

    def render(sdk: Sdk, jobs: int) -> Mapping[str, bytes]:
        return dict(lose_a_received_page(docs.render(sdk, jobs)))

    monkeypatch.setattr(pipeline, "TARGETS", (python, replace(docs, render=render)))
    code, err = run("generate")
    assert (code, "operation-lost: sold > POST sold is missing from docs." in err) == (1, True)

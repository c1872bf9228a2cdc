"""A small project whose names are pinned, and how to run commands in it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from specwright.cli import main

CONFIG = '[[sdk]]\nname = "shop"\nversion = "0.1.0"\nspecs = ["shop.yaml"]\n'
SPEC = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /items:
    get:
      operationId: listItems
      tags: [items]
      parameters:
        - {name: pageSize, in: query, schema: {type: integer}}
        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}
      responses:
        '200': {description: Items., content: {application/json: {schema: {$ref: '#/components/schemas/Items'}}}}
components:
  schemas:
    Items: {type: object, properties: {first-item: {type: string}, total: {type: integer}}}
"""
LEDGER = "specwright.names.toml"


def make_project(folder: Path, spec: str = SPEC) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "specwright.toml").write_text(CONFIG)
    (folder / "shop.yaml").write_text(spec)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr

"""A small project with an output that is up to date, and how to run commands in it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from specwright.cli import main

CONFIG = '[[sdk]]\nname = "shop"\nspecs = ["specs/*.yaml"]\nlocales = ["en", "de"]\n'
SPEC = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /items:
    get: {summary: All items, responses: {'204': {description: Nothing.}}}
"""
ITEMS = "python/shop/src/shop/resources/items.py"


def make_project(folder: Path) -> Path:
    (folder / "specs").mkdir(parents=True)
    (folder / "specwright.toml").write_text(CONFIG)
    (folder / "specs" / "shop.yaml").write_text(SPEC)
    return folder


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr

"""Projects for tests of `specwright diff`: documents that are written briefly, and repositories that are real."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from click.testing import CliRunner

from specwright.cli import main

CONFIG = '[[sdk]]\nname = "shop"\nversion = "1.2.0"\nspecs = ["specs/shop.json"]\n'
MANY = '[[sdk]]\nname = "shop"\nversion = "1.2.0"\nspecs = ["specs/{version}.json"]\n'
Document: TypeAlias = dict[str, Any]
ITEM: Mapping[str, Any] = {"id": {"type": "string"}, "name": {"type": "string"}}


def document(version: str = "1", paths: tuple[str, ...] = ("/items",), **properties: object) -> Document:
    """An API that gets an item at each path; `properties` go beside those that an item always has."""
    get = {
        "summary": "All items",
        "responses": {
            "200": {
                "description": "Items.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}},
            }
        },
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Shop", "version": version},
        "paths": {path: {"get": get} for path in paths},
        "components": {"schemas": {"Item": {"type": "object", "properties": {**ITEM, **properties}}}},
    }


def write(path: Path, data: object) -> None:
    """Write a document, one key on each line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1))


def git(*arguments: str) -> None:
    """Run git in the working folder."""
    settings = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True)


def commit(message: str = "More") -> None:
    """Commit everything below the working folder."""
    git("add", "-A", ".")
    git("commit", "-q", "-m", message)


def diff(*arguments: str) -> tuple[int, str, str]:
    """Run `specwright diff`: its code, its stdout and its stderr."""
    result = CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def told(*arguments: str) -> Document:
    """What `specwright diff --format json` prints."""
    found: Document = json.loads(diff(*arguments, "--format", "json")[1])
    return found


def ids(*arguments: str) -> list[str]:
    """The ids of all changes that anybody could meet."""
    return [each["id"] for each in told(*arguments, "--level", "docs")["changes"]]

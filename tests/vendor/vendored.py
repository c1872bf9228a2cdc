"""Small projects for the tests of `specwright vendor`: the command as its user meets it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner

from specwright.cli import main

__all__ = ["DOCUMENT", "PET", "digest", "entry", "run", "write"]

DOCUMENT = """\
openapi: 3.0.3
info: {title: Pet Shop, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All pets.
          content: {application/json: {schema: {$ref: 'schemas/pet.yaml'}}}
"""
PET = "type: object\nproperties: {name: {type: string}}\n"


def run(*arguments: str) -> tuple[int, str, str]:
    """The exit code, and what goes to which stream."""
    result = CliRunner().invoke(main, ["vendor", *arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def entry(path: str, content: str, **texts: str) -> str:
    """A source with everything that `verify` asks for."""
    told = {"path": path, "sha256": digest(content), "origin": "A shop.", "license": "MIT", "retrieved": "2026-01-31"}
    return "[[source]]\n" + "".join(f'{key} = "{value}"\n' for key, value in (told | texts).items())

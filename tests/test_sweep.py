"""The sweep over folders of documents: what it finds, what it tells of each, and what it does not do twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from trees import ROOT

GOOD = {"responses": {"200": {"description": "fine"}}}
DOCUMENT = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": {"get": GOOD, "put": GOOD}}}
REFERRING = {**DOCUMENT, "paths": {"/b": {"$ref": "parts/b.json"}}}
SWEEP = (sys.executable, "-m", "benchmarks.sweep")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, one that is broken, a part of one of them, and a file that is none."""
    documents = {
        "a.json": DOCUMENT,
        "b.json": REFERRING,
        "broken.json": {**DOCUMENT, "paths": {"/a": {"get": {"responses": {"200": {"$ref": "#/nowhere"}}}}}},
        "parts/b.json": {"post": GOOD},
        "other.json": {"name": "other", "version": 3},
    }
    for name, data in documents.items():
        path = tmp_path / "documents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data))
    return tmp_path


def swept(folder: Path, *options: str) -> tuple[dict[str, dict[str, object]], str]:
    """What the sweep tells of each document, and what it prints meanwhile."""
    told = folder / "told.json"
    command = (*SWEEP, str(folder / "documents"), "--cache", str(folder / "cache"), "--json", str(told), *options)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {each["shown"]: each["result"] for each in json.loads(told.read_text())}, done.stderr


def test_each_document_is_told_of_by_itself(folder: Path) -> None:
    results, _ = swept(folder)
    told = {name: (each["kind"], each["emitted"], each["declared"], each["imported"]) for name, each in results.items()}
    assert told == {
        "a.json": ("generated", 2, 2, True),
        "b.json": ("generated", 1, 1, True),
        "broken.json": ("refused", 0, 1, False),
    }
    assert results["broken.json"]["codes"] == ["dangling-ref"]


def test_only_what_has_changed_is_done_again(folder: Path) -> None:
    swept(folder)
    (folder / "documents" / "parts" / "b.json").write_text(json.dumps({"post": GOOD, "get": GOOD}))
    results, said = swept(folder)
    assert said.splitlines()[0] == "3 documents, 1 to do"
    assert results["b.json"]["emitted"] == 2


def test_values_are_made_from_the_document_and_come_back(tmp_path: Path) -> None:
    schemas = {
        "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
        "Cat": {"type": "object", "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}},
        "Dog": {"allOf": [{"$ref": "#/components/schemas/Cat"}, {"required": ["kind"]}], "minProperties": 1},
        "Nothing": False,
    }
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.json").write_text(json.dumps({**DOCUMENT, "components": {"schemas": schemas}}))
    results, _ = swept(tmp_path, "--round-trip", "6")
    trips = results["a.json"]["trips"]
    assert isinstance(trips, dict)
    assert {key: trips[key] for key in ("schemas", "misread", "changed", "skipped")} == {
        "schemas": 4,
        "misread": 0,
        "changed": 0,
        "skipped": 1,
    }

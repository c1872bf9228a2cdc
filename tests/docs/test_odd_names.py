"""Names that a reference or a file system writes in another way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specwright.config import ad_hoc
from specwright.pipeline import generate


def pages_of(path: str, schema: str, reference: str, folder: Path) -> dict[str, bytes]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{reference}"}}}
    get = {"responses": {"200": {"description": "Good.", "content": content}}}
    schemas = {schema: {"type": "object", "properties": {"a": {"type": "string"}}}}
    file = folder / "odd.json"
    info = {"title": "Odd", "version": "1"}
    file.write_text(
        json.dumps(
            {"openapi": "3.1.0", "info": info, "paths": {path: {"get": get}}, "components": {"schemas": schemas}}
        )
    )
    return dict(generate(ad_hoc((file,), None, None), ("docs",)).files)


def test_a_reference_with_escapes_is_followed_into_the_slice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = pages_of("/a", "Page`1", "Page%601", tmp_path)["docs/en/a/get.md"].decode()
    assert "    Page`1:\n      type: object\n" in page


def test_names_too_long_for_a_file_system_are_cut_and_kept_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = (
        {path for path in pages_of(f"/{'x' * 400}{end}", "A", "A", tmp_path) if "/xxx" in path} for end in ("a", "b")
    )
    assert len(first) == len(second) == 1
    assert first != second
    assert all(len(part) < 130 for path in first for part in path.split("/"))

"""Samples in JSON end, however a document's schemas lead into themselves or into many others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specwright.config import ad_hoc
from specwright.load import Json
from specwright.pipeline import generate

WIDTH = 3
DEPTH = 14


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def made_of(schemas: dict[str, Json]) -> dict[str, Json]:
    answer: Json = {"description": "Good.", "content": {"application/json": {"schema": ref("Node")}}}
    paths: Json = {"/nodes": {"get": {"responses": {"200": answer}}}}
    info: Json = {"title": "Nodes", "version": "1"}
    return {"openapi": "3.0.3", "info": info, "paths": paths, "components": {"schemas": schemas}}


def an_object(properties: dict[str, Json], *, required: bool) -> Json:
    names: Json = list(properties)
    return {"type": "object", "properties": properties, **({"required": names} if required else {})}


CASES: dict[str, dict[str, Json]] = {
    "required in itself": {"Node": an_object({"next": ref("Node")}, required=True)},
    "through a choice": {"Node": an_object({"next": {"oneOf": [ref("Node"), {"type": "string"}]}}, required=True)},
    "through another": {
        "Node": an_object({"leaf": ref("Leaf")}, required=True),
        "Leaf": an_object({"node": ref("Node")}, required=True),
    },
    "through allOf": {
        "Base": an_object({"next": ref("Node")}, required=True),
        "Node": {"allOf": [ref("Base"), an_object({"name": {"type": "string"}}, required=True)]},
    },
    "through a named list": {
        "Node": an_object({"nodes": ref("Nodes")}, required=True),
        "Nodes": {"type": "array", "items": ref("Node")},
    },
    "wide and deep": {
        ("Node" if level == 0 else f"Level{level}"): an_object(
            {f"part{index}": ref(f"Level{level + 1}") for index in range(WIDTH)}, required=False
        )
        for level in range(DEPTH)
    }
    | {f"Level{DEPTH}": {"type": "string"}},
}


@pytest.mark.parametrize("name", CASES)
def test_a_sample_ends(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "nodes.json"
    path.write_text(json.dumps(made_of(CASES[name])))
    page = generate(ad_hoc((path,), None, None), ("docs",)).files["docs/en/nodes/list.md"]
    assert b"```json\n{" in page
    assert len(page) < 200_000

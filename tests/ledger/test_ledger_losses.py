"""What building gives up is in the ledger: where parts of `allOf` disagree, and what only a whole version shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specwright.config import ad_hoc
from specwright.coverage.ledger import VersionLedger
from specwright.load import Json
from specwright.pipeline import read_ledger

TEXT: dict[str, Json] = {"type": "string"}
LARGE: Json = {"oneOf": [{"type": "object", "required": [f"p{n}"], "properties": {f"p{n}": TEXT}} for n in range(5)]}
AT = "/components/schemas/Whole"


def of(*parts: Json) -> dict[str, Json]:
    return {"allOf": list(parts)}


def having(**properties: Json) -> Json:
    return {"type": "object", "properties": properties}


def document(whole: Json, **more: Json) -> dict[str, Json]:
    schemas: dict[str, Json] = {"Whole": whole, "Large": LARGE, "Other": LARGE}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
        **more,
    }


def ledger_of(folder: Path, data: dict[str, Json]) -> VersionLedger:
    (folder / "spec.json").write_text(json.dumps(data))
    [found] = read_ledger(ad_hoc((folder / "spec.json",), None, "shop")).documents()
    return found


@pytest.mark.parametrize(
    ("whole", "at", "told"),
    [
        (of(TEXT, having(a=TEXT)), "/allOf", "any value is taken"),
        (of(TEXT, {"type": "integer"}), "/allOf", "any value is taken"),
        (of(having(a=TEXT), having(a={"type": "integer"})), "/allOf", "the type that the last part gives"),
        (of(having(a=having(b=TEXT)), having(a=having(c=TEXT))), "/allOf", "one property in two ways"),
        (of({**TEXT, "format": "date"}, {**TEXT, "format": "date-time"}), "/allOf", "different formats"),
        (of({**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "b$"}), "/allOf", "Of two patterns"),
        (of({"type": "integer", "multipleOf": 2}, {"multipleOf": 3}), "/allOf", "Of two patterns"),
        (having(a=of(TEXT, {"type": "integer"})), "/properties/a/allOf", "any value is taken"),
        (
            of({"$ref": "#/components/schemas/Large"}, {"$ref": "#/components/schemas/Other"}, having(a=TEXT)),
            "/allOf",
            "is not opened",
        ),
        (
            {**of({"type": "boolean"}), "oneOf": [{"type": "string"}, {"type": "integer"}]},
            "/allOf",
            "any value is taken",
        ),
    ],
    ids=lambda each: json.dumps(each)[:60],
)
def test_what_parts_cannot_agree_upon_is_told_once_at_its_place(
    tmp_path: Path, whole: Json, at: str, told: str
) -> None:
    coverage = ledger_of(tmp_path, document(whole)).coverage
    found = {(each.construct, each.state, each.origin.pointer, told in each.told) for each in coverage.entries}
    assert found == {(f"schema {at.rpartition('/')[2]}", "degraded", f"{AT}{at}", True)}
    assert ("schema keyword", "degraded", 1) in coverage.counts


@pytest.mark.parametrize(
    "whole",
    [
        of(having(a=TEXT), having(a=TEXT, b=TEXT)),
        of({"type": "number"}, {"type": "integer"}),
        of({**TEXT, "minLength": 1}, {"maxLength": 3}),
        of({"enum": ["a", "b"]}, {"enum": ["b"]}),
        of({"type": "integer", "format": "int32"}, {"type": "integer", "format": "int64"}),
        of({"$ref": "#/components/schemas/Large"}, having(a=TEXT)),
        of({"oneOf": [TEXT, having(b=TEXT)]}, having(a=TEXT)),
    ],
    ids=lambda each: json.dumps(each)[:60],
)
def test_what_parts_agree_upon_is_generated(tmp_path: Path, whole: Json) -> None:
    assert ledger_of(tmp_path, document(whole)).coverage.entries == ()


LIST: Json = {"content": {"application/json": {"schema": {"type": "array", "items": TEXT}}}, "description": ""}
IDENTIFIED: Json = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "integer", "readOnly": True}, "note": {"type": "string", "readOnly": True}},
}


def listing(*names: str) -> Json:
    parameters: list[Json] = [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in names]
    return {"get": {"parameters": parameters, "responses": {"200": LIST}}}


def test_a_listing_whose_next_page_nobody_shows_is_told(tmp_path: Path) -> None:
    paths: Json = {
        "/shown": listing("offset", "limit"),
        "/not-shown": listing("page", "per_page"),
        "/no-pages": listing("colour"),
    }
    found = ledger_of(tmp_path, document(TEXT, paths=paths))
    assert [(each.construct, each.state, each.origin.pointer) for each in found.coverage.entries] == [
        ("listing", "degraded", "/paths/~1not-shown/get")
    ]
    assert ("listing", "degraded", 1) in found.coverage.counts
    assert ("operation", "generated", 3) in found.coverage.counts
    assert all(each.name for each in found.operations)


def test_a_property_of_answers_alone_is_told_where_its_model_is_sent_too(tmp_path: Path) -> None:
    content: Json = {"application/json": {"schema": {"$ref": f"#{AT}"}}}
    body: Json = {"content": content, "description": ""}
    answered: Json = {"get": {"responses": {"200": body}}}
    assert ledger_of(tmp_path, document(IDENTIFIED, paths={"/a": answered})).coverage.entries == ()
    sent: Json = {"post": {"requestBody": {"content": content}, "responses": {"200": body}}}
    coverage = ledger_of(tmp_path, document(IDENTIFIED, paths={"/a": sent})).coverage
    [entry] = coverage.entries
    assert (entry.construct, entry.state) == ("schema readOnly", "degraded")
    assert entry.origin.pointer == f"{AT}/properties/id/readOnly"
    assert ("schema keyword", "degraded", 1) in coverage.counts

"""Choices that nothing tells apart are in the ledger where a value may be more than one member, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specwright.config import ad_hoc
from specwright.load import Json
from specwright.pipeline import read_ledger

TEXT: Json = {"type": "string"}
AT = "/components/schemas/Whole"
EQUAL = "fit several of its members equally well"
AT_ONCE = "be several of its members at once"


def having(*required: str, **properties: Json) -> Json:
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {})}


def told_of(folder: Path, whole: Json) -> set[tuple[str, str, str, bool]]:
    """The construct, state and place of each entry, and whether it speaks of values that are several at once."""
    data: Json = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Whole": whole, "Other": having("z", z=TEXT)}},
    }
    (folder / "spec.json").write_text(json.dumps(data))
    [found] = read_ledger(ad_hoc((folder / "spec.json",), None, "shop")).documents()
    assert all((EQUAL in each.told) != (AT_ONCE in each.told) for each in found.coverage.entries)
    return {(each.construct, each.state, each.origin.pointer, AT_ONCE in each.told) for each in found.coverage.entries}


@pytest.mark.parametrize(
    ("members", "one_of", "any_of"),
    [
        ([having(a=TEXT), having(b=TEXT)], True, True),
        ([having("a", a=TEXT), having("a", a=TEXT, b=TEXT)], True, True),
        ([having("a", a=TEXT), having("b", b=TEXT)], False, True),
        ([having("a", a=TEXT), {"$ref": "#/components/schemas/Other"}], False, True),
        ([having("a", a=TEXT), having("a", a={"type": "integer"})], False, False),
        ([having("a", a={"type": "integer"}), having("a", a={"type": "number"})], True, True),
        ([having("a", a=TEXT), having("a", a={"type": "array", "items": TEXT})], False, False),
        ([having("a", a={"enum": ["x", "y"]}), having("a", a={"enum": ["z", "w"]})], False, False),
        ([having("a", a={"enum": ["x", "y"]}), having("a", a={"enum": ["y", "z"]})], True, True),
        ([having(a=TEXT), having(a={"type": "integer"})], True, True),
        ([having(a={"const": "x"}), having(a={"const": "y"})], False, False),
        ([having(a=TEXT), having(a=TEXT)], True, True),
        ([{"$ref": "#/components/schemas/Other"}, {"$ref": "#/components/schemas/Other"}], False, False),
        ([having(a=TEXT), TEXT, {"type": "null"}], False, False),
    ],
    ids=lambda each: json.dumps(each)[:80],
)
def test_a_value_that_may_be_several_members_is_told(
    tmp_path: Path, members: list[Json], one_of: bool, any_of: bool
) -> None:
    for keyword, is_told in (("oneOf", one_of), ("anyOf", any_of)):
        entry = (f"schema {keyword}", "degraded", f"{AT}/{keyword}", keyword == "anyOf")
        assert told_of(tmp_path, {keyword: members}) == ({entry} if is_told else set[str]())


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_discriminator_tells_those_apart_that_it_knows(tmp_path: Path, keyword: str) -> None:
    members: Json = [having("z", z=TEXT, b=TEXT), {"$ref": "#/components/schemas/Other"}]
    mapping: Json = {"other": "#/components/schemas/Other"}
    assert told_of(tmp_path, {keyword: members, "discriminator": {"propertyName": "z", "mapping": mapping}}) == set()
    nameless: Json = [having("z", z=TEXT, b=TEXT), having("z", z=TEXT)]
    assert told_of(tmp_path, {keyword: nameless, "discriminator": {"propertyName": "z"}}) == {
        (f"schema {keyword}", "degraded", f"{AT}/{keyword}", keyword == "anyOf")
    }


def test_a_choice_inside_an_object_is_told_at_its_place(tmp_path: Path) -> None:
    inside = having(it={"anyOf": [having(a=TEXT), having(b=TEXT)]})
    assert told_of(tmp_path, inside) == {("schema anyOf", "degraded", f"{AT}/properties/it/anyOf", True)}

"""Whatever stands where in a document, checking it ends with problems and never with an exception."""

from cProfile import Profile
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from specwright.load import Document, Json, load
from specwright.load.limits import MAX_DEPTH
from specwright.upgrade import upgrade
from specwright.validate import validate

CASES = Path(__file__).parent.parent / "cases" / "refuse"
WHOLE = (
    "swagger-2",
    "anchors-and-ids",
    "dangling-ref",
    "security",
    "structure",
    "structure-3.1",
    "path-parameters",
    "values",
    "reference-cycle",
)
GENERATED = ("swagger-2", "anchors-and-ids", "servers-with-variables")
SPECS = [CASES / name / "spec.yaml" for name in WHOLE] + [
    CASES.parent / "generate" / name / "spec.yaml" for name in GENERATED
]
DOCUMENTS = [load(spec, spec.name) for spec in SPECS]
JUNK: list[Json] = [
    None,
    True,
    0,
    1.5,
    "",
    "text",
    [],
    [None],
    [[]],
    {},
    {"$ref": 5},
    {"$ref": ""},
    {"$ref": "#"},
    {"$ref": "#/paths"},
    {"$ref": "http://["},
    {"$ref": "a\0b"},
    {"$ref": "x" * 5000},
    {"$ref": "%"},
    {"$ref": "#/%zz/~2"},
    {"$id": "http://["},
    {"$id": "a", "$anchor": "a", "$ref": "#a"},
    {"$dynamicRef": "#a", "$dynamicAnchor": "a"},
    {"in": "body", "schema": 5},
    {"in": "formData", "type": ["array"], "name": {}},
    {"type": "array", "items": [], "collectionFormat": []},
    {"x-a": None},
    {"": None},
]


def locations(data: Json) -> list[tuple[str | int, ...]]:
    found: list[tuple[str | int, ...]] = []
    stack: list[tuple[tuple[str | int, ...], Json]] = [((), data)]
    while stack:
        location, value = stack.pop()
        found.append(location)
        if isinstance(value, dict):
            stack += (((*location, key), item) for key, item in value.items())
        elif isinstance(value, list):
            stack += (((*location, index), item) for index, item in enumerate(value))
    return found[1:]


def replaced(data: Json, location: tuple[str | int, ...], junk: Json) -> Json:
    """A copy with junk at a location; the same data if an earlier replacement has taken the location away."""
    if not location:
        return junk
    step, *rest = location
    match data:
        case dict():
            return {key: replaced(item, tuple(rest), junk) if key == step else item for key, item in data.items()}
        case list():
            return [replaced(item, tuple(rest), junk) if index == step else item for index, item in enumerate(data)]
        case _:
            return data


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_junk_anywhere_is_told_and_not_thrown(draw: st.DataObject) -> None:
    document = draw.draw(st.sampled_from(DOCUMENTS))
    data: Json = document.data
    for location in draw.draw(st.lists(st.sampled_from(locations(data)), min_size=1, max_size=3)):
        data = replaced(data, location, draw.draw(st.sampled_from(JUNK)))
    assert isinstance(data, dict)
    problems = validate(upgrade(Document(document.file, document.path, data, "")))
    assert all(problem.message and problem.code for problem in problems)


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_the_deepest_document_that_loads_can_be_checked(version: str) -> None:
    schema: Json = {"$ref": "#/nowhere"}
    for _ in range((MAX_DEPTH - 4) // 2):
        schema = {"properties": {"a": schema}}
    data: dict[str, Json] = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": {"A": schema}},
    }
    problems = validate(Document("a.json", Path("a.json"), data, ""))
    assert [problem.code for problem in problems] == ["dangling-ref"]


def test_the_cost_grows_with_the_document_and_no_faster() -> None:
    """Calls are counted, because time on a busy machine says little."""

    def calls(count: int) -> int:
        reference: Json = {"$ref": "#/components/schemas/S0"}
        schemas: dict[str, Json] = {
            f"S{i}": {"allOf": [{"$ref": f"#/components/schemas/S{i + 1}"}], "properties": {"p": reference}}
            for i in range(count)
        }
        schemas[f"S{count}"] = {"type": "object"}
        operation: Json = {"security": [{"none": ["a"]}], "responses": {"200": {"description": "ok"}}}
        data: dict[str, Json] = {
            "openapi": "3.0.3",
            "info": {"title": "T", "version": "1"},
            "paths": {f"/p{i}/{{id}}": {"get": operation} for i in range(count)},
            "components": {"schemas": schemas},
        }
        with Profile() as profile:
            problems = validate(Document("a.json", Path("a.json"), data, ""))
        assert len(problems) == count + 1
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(1000) < 11 * calls(100)
